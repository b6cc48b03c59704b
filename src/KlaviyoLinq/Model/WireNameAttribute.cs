namespace KlaviyoLinq.Model;

/// <summary>The name of a property (or resource class) in Klaviyo's JSON, filters, sort keys and fieldsets.</summary>
/// <param name="name">The wire name: <c>first_name</c>, <c>catalog-item</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;
}
