using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>
/// What one page says and the next one says too. Safe to share between threads: each part is whole, and is compared with the page before it counts.
/// </summary>
internal sealed class PageMemory
{
    /// <summary>The short strings.</summary>
    internal RepeatedStrings Strings { get; } = new();

    /// <summary>The relationships of the resource that was read last; null as long as none could be repeated.</summary>
    internal KnownRelationships? Relationships { get; set; }

    /// <summary>The links of the resource that was read last; null as long as none could be repeated.</summary>
    internal RepeatedText? Links { get; set; }
}
