namespace KlaviyoLinq.Requests;

/// <summary>A literal of the filter language. A closed union: its cases are the records below.</summary>
internal abstract record FilterValue
{
    private protected FilterValue()
    {
    }

    /// <summary>The number of the captured value that the literal writes; null for any other literal. Equality ignores it.</summary>
    internal int? Slot { get; init; }

    /// <summary>Compares the literals without their slots.</summary>
    public virtual bool Equals(FilterValue? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>A string literal. It holds no lone surrogate.</summary>
internal sealed record StringValue(string Value) : FilterValue;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanValue(bool Value) : FilterValue;

/// <summary>A number, already written in invariant decimal digits.</summary>
internal sealed record NumberValue(string Digits) : FilterValue;

/// <summary>A date-time with its offset, in the full precision of .NET (100 ns).</summary>
internal sealed record DateTimeValue(DateTimeOffset Value) : FilterValue;

/// <summary>A bracketed list of literals, never empty and without duplicates.</summary>
internal sealed record ListValue(IReadOnlyList<FilterValue> Items) : FilterValue;

/// <summary>The literal <c>null</c>, which only the 2022 overview's language documents.</summary>
internal sealed record NullValue : FilterValue;

/// <summary>A literal whose value is only known when the query runs. Rulings at compile time hold it; requests at run time never do.</summary>
internal sealed record PendingValue : FilterValue;
