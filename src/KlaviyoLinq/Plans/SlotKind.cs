namespace KlaviyoLinq.Plans;

/// <summary>The way in which a captured value is written into a URL.</summary>
internal enum SlotKind
{
    /// <summary>One literal.</summary>
    Literal,

    /// <summary>Bracketed list of at least two literals.</summary>
    List,

    /// <summary>One literal, the only item of a list.</summary>
    OnlyItem,

    /// <summary>Segment of the path.</summary>
    Path,
}
