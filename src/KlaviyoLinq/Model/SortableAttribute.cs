namespace KlaviyoLinq.Model;

/// <summary>Marks a mapped property as a sort key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortableAttribute : Attribute;
