namespace KlaviyoLinq.Drafts;

/// <summary>What a projection reads: members of the queried resource, and included resources with members of theirs.</summary>
internal sealed class ProjectionDraft
{
    /// <summary>Whether the projection uses the resource as a whole, so that no member may be left out.</summary>
    internal bool WholeResource { get; set; }

    /// <summary>The members read of the queried resource, as its fieldset calls them.</summary>
    internal List<string> Members { get; } = [];

    /// <summary>The relationships read through, in order; for each the members read, or null for the whole resource.</summary>
    internal List<RelatedDraft> Related { get; } = [];
}
