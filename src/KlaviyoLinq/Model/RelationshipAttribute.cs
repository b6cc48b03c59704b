namespace KlaviyoLinq.Model;

/// <summary>Marks a navigation property: the related resource (or resources) of a JSON:API relationship.</summary>
/// <param name="name">The relationship's wire name: <c>campaign-messages</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RelationshipAttribute(string name) : Attribute
{
    /// <summary>The relationship's wire name.</summary>
    public string Name { get; } = name;
}
