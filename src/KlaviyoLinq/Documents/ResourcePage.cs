using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents;

/// <summary>One page of an answer, read whole: its resources are complete and linked with each other.</summary>
internal sealed class ResourcePage(IReadOnlyList<KlaviyoResource> resources, IReadOnlyList<KlaviyoResource> included, string? nextCursor)
{
    private ResourcePage(ResourcePage page, IReadOnlyList<KlaviyoResource> resources)
        : this(resources, page.Included, page.NextCursor)
    {
        Links = page.Links;
        IsList = page.IsList;
        Mark = page.Mark;
        Failed = page.Failed;
        Revision = page.Revision;
        Account = page.Account;
        RateLimit = page.RateLimit;
    }

    /// <summary>A page without resources, and the last one.</summary>
    internal static ResourcePage Empty { get; } = new([], [], null);

    /// <summary>The resources in <c>data</c>, in the answer's order. One or none when <c>data</c> was an object or null.</summary>
    internal IReadOnlyList<KlaviyoResource> Resources { get; } = resources;

    /// <summary>The resources in <c>included</c>, also those that nothing refers to and those of types the library does not know.</summary>
    internal IReadOnlyList<KlaviyoResource> Included { get; } = included;

    /// <summary>The value of <c>page[cursor]</c> that asks for the next page; null on the last one.</summary>
    internal string? NextCursor { get; } = nextCursor;

    /// <summary>The links of the document.</summary>
    internal DocumentLinks Links { get; init; } = DocumentLinks.None;

    /// <summary>Indicates whether <c>data</c> was an array.</summary>
    internal bool IsList { get; init; }

    /// <summary>The resources that could not be read whole; null when there are none, or were not looked for.</summary>
    internal FailedRows? Failed { get; init; }

    /// <summary>Positions of a run before, within and after the page; null for a page outside a run.</summary>
    internal PageMark? Mark { get; init; }

    /// <summary>Revision reported by the answer's headers.</summary>
    internal AnsweredRevision Revision { get; init; }

    /// <summary>The account that answered, by the header <c>CID</c>; null where the answer does not say.</summary>
    internal string? Account { get; init; }

    /// <summary>Windows of the rate limit as the answer reported them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; init; } = [];

    /// <summary>Returns the page with the information of its answer's headers.</summary>
    internal ResourcePage AnsweredBy(AnsweredRevision revision, string? account, IReadOnlyList<KlaviyoRateLimitWindow> rateLimit) =>
        new(this, Resources) { Revision = revision, Account = account, RateLimit = rateLimit };

    /// <summary>Returns the page with the resources that remain, and its position in the run.</summary>
    internal ResourcePage Marked(IReadOnlyList<KlaviyoResource> resources, PageMark? mark) => new(this, resources) { Mark = mark };
}
