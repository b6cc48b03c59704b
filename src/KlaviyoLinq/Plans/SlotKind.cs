namespace KlaviyoLinq.Plans;

/// <summary>The way in which a captured value is written into a URL.</summary>
internal enum SlotKind
{
    /// <summary>As one literal.</summary>
    Literal,

    /// <summary>As a bracketed list of at least two literals.</summary>
    List,

    /// <summary>As one literal, the only item of a list.</summary>
    OnlyItem,

    /// <summary>As a segment of the path.</summary>
    Path,
}
