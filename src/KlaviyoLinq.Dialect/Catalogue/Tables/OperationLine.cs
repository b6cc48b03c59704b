using System.Globalization;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>Reader of an operation's line.</summary>
internal static class OperationLine
{
    internal static ReadFacts Read(Cells cells, FactsText text) => new()
    {
        Path = cells[1],
        Id = cells[2],
        ResourceType = cells[3],
        ParentType = NullIfEmpty(cells[4]),
        Relationship = NullIfEmpty(cells[5]),
        IsCollection = cells.Has(6, 'C'),
        IdentifiersOnly = cells.Has(6, 'I'),
        FilterRequired = cells.Has(6, 'F'),
        Filters = cells.Read(7, Filter),
        SortKeys = cells.List(8),
        Includes = cells.Read(9, static parts => new IncludeFacts(parts[0], parts[1])),
        Fieldsets = cells.Read(10, parts => Fieldset(text, parts[0])),
        AdditionalFields = cells.Read(11, parts => Fieldset(text, parts[0])),
        Paging = Paging(cells[12]),
        RateLimit = Limit(cells[13]),
        RateLimitVariants = cells.Read(14, Variant),
        Scopes = cells.List(15),
        Parameters = cells.Read(
            16, static parts => new ParameterFacts(parts[0], parts[1].IndexOf('H') >= 0, parts[1].IndexOf('R') >= 0, Cells.Inner(parts[2]))),
    };

    private static FieldsetFacts Fieldset(FactsText text, string number)
    {
        Cells cells = text.Find("F", number)!;
        return new FieldsetFacts(cells[2], cells.List(3));
    }

    private static FilterFacts Filter(string[] parts) =>
        new(parts[0], (ValueKind)Enum.Parse(typeof(ValueKind), parts[1]), Operators(Cells.Inner(parts[3])), Cells.Inner(parts[4]))
        {
            Required = parts[2].Length > 0,
            Spellings = parts.Length > 5 ? [.. Cells.Inner(parts[5]).Select(Spelling)] : [],
        };

    private static KeyValuePair<string, string> Spelling(string item)
    {
        string[] words = item.Split('=');
        return new(words[0], words[1]);
    }

    private static FilterOperatorFacts[] Operators(string[] items)
    {
        var operators = new FilterOperatorFacts[items.Length];
        for (int index = 0; index < items.Length; index++)
        {
            string[] words = items[index].Split('/');
            operators[index] = new((FilterOperator)Enum.Parse(typeof(FilterOperator), words[0]), (OperandKind)Enum.Parse(typeof(OperandKind), words[1]));
        }

        return operators;
    }

    private static PagingFacts Paging(string text)
    {
        if (text.Length == 0)
            return PagingFacts.None;
        string[] sizes = text.Split(':');
        return PagingFacts.Sized(Number(sizes[0]), Number(sizes[1]), Number(sizes[2]));
    }

    internal static RateLimitFacts Limit(string text)
    {
        string[] limits = text.Split('/');
        return new RateLimitFacts(Number(limits[0]), Number(limits[1]), Number(limits[2]));
    }

    private static RateLimitVariantFacts Variant(string[] parts) => new(parts[0], Cells.Inner(parts[1]), Limit(parts[2]));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
