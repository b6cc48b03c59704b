namespace KlaviyoLinq.Forms;

/// <summary>A value in the body together with its place.</summary>
/// <param name="Value">The value; null where the body does not have the member.</param>
/// <param name="Place">The place.</param>
internal sealed record BodyNode(BodyTerm? Value, BodyPlace Place)
{
    private static readonly char[] _dot = ['.'];

    /// <summary>Indicates a member that is there and not null.</summary>
    internal bool HasValue => Value is not (null or BodyNull);

    internal string? Text => (Value as BodyText)?.Value;

    /// <summary>The nodes of a path of wire names below this one. An array on the way is each of its items.</summary>
    internal IEnumerable<BodyNode> Below(string path) =>
        path.Split(_dot, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Items, (nodes, name) => nodes.SelectMany(node => node.At(name).Items));

    /// <summary>The member of a path, or the place where it would be. No array is on the way.</summary>
    internal BodyNode At(string path) => path.Split(_dot).Aggregate(this, (node, name) => node.Member(name));

    private IEnumerable<BodyNode> Items => Value is BodyArray array ? array.Items.Select((item, index) => new BodyNode(item, Place.At(index))) : [this];

    private BodyNode Member(string name)
    {
        BodyTerm? value = (Value as BodyObject)?.Find(name);
        return (Place.Role, name) switch
        {
            (BodyRole.Resource, "attributes") => new BodyNode(value, Place.At(name, BodyRole.Attributes)),
            (BodyRole.Resource, "relationships") => new BodyNode(value, Place.At(name, BodyRole.Relationships)),
            (BodyRole.Resource, "meta") => new BodyNode(value, Place.At(name, BodyRole.Meta)),
            (BodyRole.Value, "data") => new BodyNode(value, Place.At(name, BodyRole.Resource, TypeOf(value))),
            _ => new BodyNode(value, Place.At(name)),
        };
    }

    private static string? TypeOf(BodyTerm? data) => data switch
    {
        BodyObject body => (body.Find("type") as BodyText)?.Value,
        BodyArray { Items.Count: > 0 } array => TypeOf(array.Items[0]),
        _ => null,
    };
}
