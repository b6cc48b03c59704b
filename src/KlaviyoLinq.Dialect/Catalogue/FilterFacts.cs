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

    /// <summary>
    /// Indicates whether the values are spelled SEND_EMAIL although the resource spells them send-email. The live API does so; the documents only say
    /// that they are text.
    /// </summary>
    internal bool IsUpperSnake => Field == "action_type";

    /// <summary>Indicates whether every request to the operation requires the filter (alone, or as one of several alternatives).</summary>
    internal bool Required { get; init; }

    internal bool Lists(FilterOperator filterOperator)
    {
        foreach (FilterOperatorFacts facts in Operators)
            if (facts.Operator == filterOperator)
                return true;
        return false;
    }
}
