using System.Globalization;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>Reads an operation's line.</summary>
internal static class OperationLine
{
    internal static OperationFacts Read(Cells cells, IReadOnlyList<FieldsetFacts> fieldsets) => new()
    {
        Path = cells[1],
        Id = cells[2],
        ResourceType = cells[3],
        ParentType = NullIfEmpty(cells[4]),
        Relationship = NullIfEmpty(cells[5]),
        Shape = cells.Has(6, 'C') ? OperationShape.Collection : OperationShape.Single,
        IdentifiersOnly = cells.Has(6, 'I'),
        FilterRequired = cells.Has(6, 'F'),
        Filters = [.. cells.Parts(7).Select(Filter)],
        SortKeys = cells.List(8),
        Includes = [.. cells.Parts(9).Select(parts => new IncludeFacts(parts[0], parts[1]))],
        Fieldsets = [.. cells.List(10).Select(number => fieldsets[Number(number)])],
        AdditionalFields = [.. cells.List(11).Select(number => fieldsets[Number(number)])],
        Paging = Paging(cells.Parts(12).FirstOrDefault()),
        RateLimit = Limit(cells[13]),
        RateLimitVariants = [.. cells.Parts(14).Select(Variant)],
        Scopes = cells.List(15),
        Parameters = [.. cells.Parts(16).Select(parts => new ParameterFacts(parts[0], parts[1].IndexOf('H') >= 0, parts[1].IndexOf('R') >= 0, Cells.Inner(parts[2])))],
    };

    private static FilterFacts Filter(string[] parts) =>
        new(parts[0], Word<ValueKind>(parts[1]), [.. Cells.Inner(parts[3]).Select(Operator)], Cells.Inner(parts[4])) { Required = parts[2].Length > 0 };

    private static FilterOperatorFacts Operator(string text)
    {
        string[] words = text.Split('/');
        return new FilterOperatorFacts(Word<FilterOperator>(words[0]), Word<OperandShape>(words[1]));
    }

    private static PagingFacts Paging(string[]? sizes) =>
        sizes is null ? PagingFacts.None : PagingFacts.Sized(Number(sizes[0]), Number(sizes[1]), Number(sizes[2]));

    private static RateLimitFacts Limit(string text)
    {
        string[] limits = text.Split('/');
        return new RateLimitFacts(Number(limits[0]), Number(limits[1]), Number(limits[2]));
    }

    private static RateLimitVariantFacts Variant(string[] parts) => new(parts[0], Cells.Inner(parts[1]), Limit(parts[2]));

    private static T Word<T>(string name) => (T)Enum.Parse(typeof(T), name);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
