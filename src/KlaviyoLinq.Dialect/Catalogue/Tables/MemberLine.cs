namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>Reader of the lines of resource types and of their and components' members.</summary>
internal static class MemberLine
{
    internal static ResourceFacts ReadResource(Cells cells, Func<AttributeFacts[]> attributes) => new()
    {
        Type = cells[1],
        Attributes = new LazyList<AttributeFacts>(attributes),
        Relationships = cells.Read(2, Relationship),
    };

    /// <summary>Reads a member. Its components are looked up on first use.</summary>
    internal static AttributeFacts Read(Cells cells, Func<string, AttributeFacts[]?> component)
    {
        string name = cells[5];
        string discriminator = cells[6];
        string[] alternatives = cells.List(7);
        return new AttributeFacts(cells[1], (AttributeKind)Enum.Parse(typeof(AttributeKind), cells[2]))
        {
            IsArray = cells.Has(3, 'A'),
            Nullable = cells.Has(3, 'N'),
            Required = cells.Has(3, 'R'),
            Values = cells.List(4),
            Members = name.Length == 0 ? [] : new LazyList<AttributeFacts>(() => component(name)!),
            Alternatives = alternatives.Length == 0
                ? []
                : new LazyList<AlternativeFacts>(() => [.. alternatives.Select(alternative => Alternative(discriminator, component(alternative)!))]),
        };
    }

    private static AlternativeFacts Alternative(string discriminator, AttributeFacts[] members)
    {
        string[] values = [.. members.FirstOrDefault(member => member.Name == discriminator)?.Values ?? []];
        return values.Length > 0 ? new AlternativeFacts(discriminator, values, members) : new AlternativeFacts(null, [], members);
    }

    private static RelationshipFacts Relationship(string[] parts) => new(parts[0], parts[1], parts[2].IndexOf('M') >= 0)
    {
        IdentifiersAlwaysSent = parts[2].IndexOf('I') >= 0,
        IsVirtual = parts[2].IndexOf('V') >= 0,
    };
}
