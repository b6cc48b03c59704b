using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Spellings of values that a filter field takes differently from the resource: which values there are is read from the document's union.</summary>
internal static class FilterSpellings
{
    /// <summary>Applies an override to the facts of a revision that describes the union; false where it meets nothing.</summary>
    internal static bool Apply(KlaviyoSpec spec, FilterSpellingOverride spelling)
    {
        MemberSpec? union = spec.Resources.FirstOrDefault(resource => resource.Type == spelling.Resource)?.Attributes
            .FirstOrDefault(member => member.Name == spelling.Attribute);
        if (union is not { Discriminators: [var discriminator, ..] })
            return false;
        KeyValuePair<string, string>[] spellings =
        [
            .. from alternative in union.Alternatives
               from member in spec.Component(alternative).Members
               where member.Name == discriminator
               from value in member.Values
               select KeyValuePair.Create(value, value.Replace('-', '_').ToUpperInvariant()),
        ];
        return Give(spec, spelling.Resource, spelling.Field, spellings);
    }

    /// <summary>Gives the spellings of the newest revision to the filters of an older one that does not describe the union.</summary>
    internal static void Carry(KlaviyoSpec spec, KlaviyoSpec newest)
    {
        foreach (OperationSpec operation in newest.Operations)
            foreach (FilterSpec filter in operation.Filters.Where(filter => filter.Spellings.Count > 0))
                if (!Filters(spec, operation.ResourceType, filter.Field).Any(older => older.Spellings.Count > 0))
                    Give(spec, operation.ResourceType, filter.Field, filter.Spellings);
    }

    private static bool Give(KlaviyoSpec spec, string type, string field, IReadOnlyList<KeyValuePair<string, string>> spellings)
    {
        foreach (OperationSpec operation in spec.Operations.Where(operation => operation.ResourceType == type))
            operation.Filters = [.. operation.Filters.Select(filter => filter.Field == field ? filter with { Spellings = spellings } : filter)];
        return spellings.Count > 0 && Filters(spec, type, field).Any();
    }

    private static IEnumerable<FilterSpec> Filters(KlaviyoSpec spec, string type, string field) =>
        spec.Operations.Where(operation => operation.ResourceType == type).SelectMany(operation => operation.Filters).Where(filter => filter.Field == field);
}
