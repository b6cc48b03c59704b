namespace KlaviyoLinq.Catalogue;

/// <summary>One field that an operation can filter by, and the operators it lists.</summary>
internal sealed class FilterFacts(string field, ValueKind kind, FilterOperatorFacts[] operators, params string[] values)
{
    /// <summary>The field's wire name, with dots for nested fields: <c>messages.channel</c>.</summary>
    internal string Field { get; } = field;

    internal ValueKind Kind { get; } = kind;

    internal IReadOnlyList<FilterOperatorFacts> Operators { get; } = operators;

    /// <summary>The values the field is documented to take; empty when any value of the kind may be sent.</summary>
    internal IReadOnlyList<string> Values { get; } = values;

    /// <summary>Spellings of the resource (send-email) that the field does not take, each with the field's own (SEND_EMAIL).</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Spellings { get; init; } = [];

    /// <summary>Indicates whether every request to the operation requires the filter (alone, or as one of several alternatives).</summary>
    internal bool Required { get; init; }

    /// <summary>Returns the field's spelling of a value that is written as in the resource; null for any other value.</summary>
    internal string? SpellingOf(string value)
    {
        foreach (KeyValuePair<string, string> spelling in Spellings)
            if (spelling.Key == value)
                return spelling.Value;
        return null;
    }

    internal bool Lists(FilterOperator filterOperator)
    {
        foreach (FilterOperatorFacts facts in Operators)
            if (facts.Operator == filterOperator)
                return true;
        return false;
    }
}
