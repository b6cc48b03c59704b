namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Sources of the values of a field.</summary>
internal enum FieldRuleKind
{
    Id,
    Relationship,
    RelatedField,
    Joined,
    Attribute,
    Hidden,
}
