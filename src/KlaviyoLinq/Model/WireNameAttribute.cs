namespace KlaviyoLinq.Model;

/// <summary>
/// The name of a property (or resource class) in Klaviyo's JSON, filters, sort keys and fieldsets; above a member of an enumeration of your own, the text that
/// stands for it on the wire.
/// </summary>
/// <param name="name">The wire name: <c>first_name</c>, <c>catalog-item</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;
}
