using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents.Repetition;

/// <summary>Content that pages repeat from one to the next. Thread-safe: each part is immutable, and is compared with the page before it is used.</summary>
internal sealed class PageMemory
{
    /// <summary>The short strings.</summary>
    internal RepeatedStrings Strings { get; } = new();

    /// <summary>The relationships of the resource that was read last; null as long as none could be repeated.</summary>
    internal KnownRelationships? Relationships { get; set; }

    /// <summary>The links of the resource that was read last; null as long as none could be repeated.</summary>
    internal RepeatedText? Links { get; set; }
}
