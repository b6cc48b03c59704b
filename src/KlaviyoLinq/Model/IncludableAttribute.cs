namespace KlaviyoLinq.Model;

/// <summary>Says that a mapped navigation can be included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IncludableAttribute : Attribute;
