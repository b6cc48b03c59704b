namespace KlaviyoLinq.Model;

/// <summary>Marks a property that Klaviyo can filter or sort by but never returns: use it in <c>Where</c> and <c>OrderBy</c> only.</summary>
/// <param name="field">The filter field's wire name: <c>push_token</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterOnlyAttribute(string field) : Attribute
{
    /// <summary>The filter field's wire name.</summary>
    public string Field { get; } = field;
}
