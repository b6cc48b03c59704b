namespace KlaviyoLinq;

/// <summary>Filter operators of a mapped field.</summary>
[Flags]
public enum KlaviyoFilterOperators
{
    /// <summary>No operator: the field cannot be filtered by.</summary>
    None = 0,

    /// <summary><c>equals</c>: <c>==</c>.</summary>
    Equals = 1,

    /// <summary><c>any</c>: <c>list.Contains(…)</c>.</summary>
    Any = 1 << 1,

    /// <summary><c>contains</c>: <c>Contains</c> on a string.</summary>
    Contains = 1 << 2,

    /// <summary><c>starts-with</c>: <c>StartsWith</c>.</summary>
    StartsWith = 1 << 3,

    /// <summary><c>ends-with</c>: <c>EndsWith</c>.</summary>
    EndsWith = 1 << 4,

    /// <summary><c>greater-than</c>: <c>&gt;</c>.</summary>
    GreaterThan = 1 << 5,

    /// <summary><c>greater-or-equal</c>: <c>&gt;=</c>.</summary>
    GreaterOrEqual = 1 << 6,

    /// <summary><c>less-than</c>: <c>&lt;</c>.</summary>
    LessThan = 1 << 7,

    /// <summary><c>less-or-equal</c>: <c>&lt;=</c>.</summary>
    LessOrEqual = 1 << 8,

    /// <summary><c>has</c>: <c>!= null</c> on a relationship.</summary>
    Has = 1 << 9,

    /// <summary>The four order comparisons.</summary>
    Order = GreaterThan | GreaterOrEqual | LessThan | LessOrEqual,

    /// <summary>Every operator on values.</summary>
    All = Equals | Any | Contains | StartsWith | EndsWith | Order,
}
