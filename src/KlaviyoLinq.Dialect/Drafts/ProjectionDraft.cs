namespace KlaviyoLinq.Drafts;

/// <summary>The members that a projection reads: those of the queried resource, and those of included resources.</summary>
internal sealed class ProjectionDraft
{
    /// <summary>Indicates whether the projection uses the resource as a whole, so that no member may be left out.</summary>
    internal bool WholeResource { get; set; }

    /// <summary>The members read of the queried resource, as its fieldset calls them.</summary>
    internal List<string> Members { get; } = [];

    /// <summary>The relationships read through, in order; for each the members read, or null for the whole resource.</summary>
    internal List<RelatedDraft> Related { get; } = [];
}
