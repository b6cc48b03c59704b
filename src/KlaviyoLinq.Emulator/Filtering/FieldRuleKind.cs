namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Where the values of a field come from.</summary>
internal enum FieldRuleKind
{
    Id,
    Relationship,
    RelatedField,
    Joined,
    Attribute,
    Hidden,
}
