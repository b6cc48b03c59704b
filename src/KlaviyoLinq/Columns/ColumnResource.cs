using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Columns;

/// <summary>
/// A resource of which only some members are read: their values, each at its column's place. No user ever sees one. Most projections read a few
/// members, so the first values have fields of their own.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class ColumnResource(ColumnSet columns) : KlaviyoResource
{
    /// <summary>Number of columns with fields.</summary>
    internal const int Fields = 4;

    /// <summary>The values of the columns from the fifth on.</summary>
    internal readonly object?[] More = columns.Count <= Fields ? [] : new object?[columns.Count - Fields];

    internal object? First;
    internal object? Second;
    internal object? Third;
    internal object? Fourth;

    /// <inheritdoc/>
    public override string ResourceType => columns.ResourceType;

    internal ColumnSet Columns => columns;

    /// <summary>The value at a place; null for what was absent, null, or within an object that was.</summary>
    internal object? this[int place]
    {
        get => place switch
        {
            0 => First,
            1 => Second,
            2 => Third,
            3 => Fourth,
            _ => More[place - Fields],
        };
        set
        {
            switch (place)
            {
                case 0:
                    First = value;
                    break;
                case 1:
                    Second = value;
                    break;
                case 2:
                    Third = value;
                    break;
                case 3:
                    Fourth = value;
                    break;
                default:
                    More[place - Fields] = value;
                    break;
            }
        }
    }

    /// <summary>The value of an attribute as it is named in requests; null also where it is not read.</summary>
    internal object? Find(string path) => path == "id" ? Id : columns.Find(path) is >= 0 and int place ? this[place] : null;

    /// <inheritdoc/>
    internal override bool TryAttach(string relationship, string? id, KlaviyoResource? resource)
    {
        int place = columns.Find(relationship, isRelated: true);
        if (place >= 0)
            this[place] = id;
        return place >= 0;
    }

    private protected override MemberTable? Members => null;

    private protected override BodyTable? Tracked => null;
}
