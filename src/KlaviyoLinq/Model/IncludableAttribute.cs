namespace KlaviyoLinq.Model;

/// <summary>Marks a mapped navigation that can be included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IncludableAttribute : Attribute;
