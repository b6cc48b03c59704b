namespace KlaviyoLinq.Model;

/// <summary>Marks a property that holds the id at the other end of a to-one relationship, known without including it where Klaviyo sends it.</summary>
/// <param name="name">The relationship's wire name: <c>metric</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RelationshipIdAttribute(string name) : Attribute
{
    /// <summary>The relationship's wire name.</summary>
    public string Name { get; } = name;
}
