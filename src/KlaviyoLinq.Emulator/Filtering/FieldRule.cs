namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>Source of the values of one field of one resource type.</summary>
/// <param name="Kind">The kind of source.</param>
/// <param name="Name">The attribute, relationship or hidden member; for an id the prefix before it.</param>
/// <param name="Path">What follows the attribute's name, or the field at the other end of the relationship.</param>
internal sealed record FieldRule(FieldRuleKind Kind, string Name = "", string Path = "")
{
    internal static FieldRule Id { get; } = new(FieldRuleKind.Id);
}
