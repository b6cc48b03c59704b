namespace KlaviyoLinq.Forms;

/// <summary>The kind of one member of a path, as the property's attribute states it.</summary>
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

    /// <summary>A member that filters can name and that answers never hold.</summary>
    FilterOnly,

    /// <summary>A field that the author names by its wire name; the catalogue may not know it.</summary>
    Named,
}
