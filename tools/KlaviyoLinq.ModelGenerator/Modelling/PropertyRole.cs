namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Roles of a property.</summary>
internal enum PropertyRole
{
    Attribute,
    Relationship,
    RelationshipId,
    FilterOnly,
}
