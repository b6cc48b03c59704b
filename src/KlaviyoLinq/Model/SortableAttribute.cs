namespace KlaviyoLinq.Model;

/// <summary>Says that a mapped property is a sort key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortableAttribute : Attribute;
