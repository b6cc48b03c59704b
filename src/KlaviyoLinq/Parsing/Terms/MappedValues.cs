using System.Collections;
using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>
/// Puts the values that members of mapped classes are compared with into the terms of the wire: the name of an enumeration's member, the text of an
/// id.
/// </summary>
internal static class MappedValues
{
    /// <summary>Both sides of a comparison.</summary>
    internal static (Term Left, Term Right) Compared(
        PathReader paths, ComparisonKind kind, (Expression Expression, Term Term) left, (Expression Expression, Term Term) right) =>
        (left.Term, right.Term) switch
        {
            (MemberTerm, ValueTerm value) => (left.Term, Written(paths.Mapped(left.Expression), kind, value)),
            (ValueTerm value, MemberTerm) => (Written(paths.Mapped(right.Expression), kind, value), right.Term),
            _ => (left.Term, right.Term),
        };

    /// <summary>The list in which a member is looked for.</summary>
    internal static Term Listed(PathReader paths, Expression member, ValueTerm list)
    {
        if (paths.Mapped(member) is not { Type.Write: { } write } mapped || list.Value is not IEnumerable items)
            return list;
        List<object?> written = [];
        foreach (object? item in items)
        {
            if (item is not null && write(item) is null)
                return Unknown(mapped, list);
            written.Add(item is null ? null : write(item));
        }

        return new ValueTerm(written, list.IsKnown, list.Fragment) { Slot = list.Slot };
    }

    private static Term Written(MappedMember? member, ComparisonKind kind, ValueTerm value)
    {
        if (member?.Type is not { } type || value.Value is null)
            return value;
        if (!type.IsOrdered && kind is not (ComparisonKind.Equal or ComparisonKind.NotEqual))
            return new OpaqueTerm($"an order of {member.Property.Name}, which Klaviyo compares as text and C# does not", value.Fragment);
        return type.Write is not { } write ? value
            : write(value.Value) is { } written ? new ValueTerm(written, value.IsKnown, value.Fragment) { Slot = value.Slot }
            : Unknown(member, value);
    }

    private static OpaqueTerm Unknown(MappedMember member, ValueTerm value) => new($"a value that {member.Property.Name} has no wire name for", value.Fragment);
}
