namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>What a property stands for.</summary>
internal enum PropertyRole
{
    Attribute,
    Relationship,
    RelationshipId,
    FilterOnly,
}
