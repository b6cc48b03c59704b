namespace KlaviyoLinq.Model;

/// <summary>States of a relationship of one resource.</summary>
public enum RelationshipState
{
    /// <summary>The answer did not say what is related, as is usual without <c>Include</c>. Its links may have come nevertheless.</summary>
    NotReceived,

    /// <summary>A relationship to one resource, and there is none.</summary>
    Null,

    /// <summary>A relationship to any number of resources, and there are none.</summary>
    Empty,

    /// <summary>The ids of what is related are known, but not all of the resources came.</summary>
    IdentifiersOnly,

    /// <summary>All related resources are there: the navigation property holds them.</summary>
    Loaded,
}
