namespace KlaviyoLinq.Forms;

/// <summary>What one member of a path is, as its property says.</summary>
internal enum SegmentKind
{
    /// <summary>The id of the resource reached so far.</summary>
    Id,

    /// <summary>An attribute, or a member of an object within an attribute.</summary>
    Attribute,

    /// <summary>A navigation along a relationship.</summary>
    Relationship,

    /// <summary>The identifier at the other end of a to-one relationship.</summary>
    RelationshipId,

    /// <summary>A member that filters can name and answers never hold.</summary>
    FilterOnly,

    /// <summary>A field that the author names by its wire name, whether the catalogue knows it or not.</summary>
    Named,
}
