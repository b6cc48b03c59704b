using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>One page of an answer, read whole: its resources are complete and linked with each other.</summary>
internal sealed class ResourcePage(IReadOnlyList<KlaviyoResource> resources, IReadOnlyList<KlaviyoResource> included, string? nextCursor)
{
    /// <summary>A page without resources, and the last one.</summary>
    internal static ResourcePage Empty { get; } = new([], [], null);

    /// <summary>The resources in <c>data</c>, in the answer's order. One or none when <c>data</c> was an object or null.</summary>
    internal IReadOnlyList<KlaviyoResource> Resources { get; } = resources;

    /// <summary>The resources in <c>included</c>, also those that nothing refers to and those of types the library does not know.</summary>
    internal IReadOnlyList<KlaviyoResource> Included { get; } = included;

    /// <summary>The value of <c>page[cursor]</c> that asks for the next page; null on the last one.</summary>
    internal string? NextCursor { get; } = nextCursor;

    /// <summary>What the answer told of its revision, in its headers.</summary>
    internal AnsweredRevision Revision { get; init; }

    /// <summary>The windows of the rate limit as the answer told them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; init; } = [];

    /// <summary>The page with what its answer told of its revision and of the rate limit.</summary>
    internal ResourcePage AnsweredBy(AnsweredRevision revision, IReadOnlyList<KlaviyoRateLimitWindow> rateLimit) =>
        new(Resources, Included, NextCursor) { Revision = revision, RateLimit = rateLimit };
}
