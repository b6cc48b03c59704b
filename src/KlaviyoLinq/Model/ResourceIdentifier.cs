namespace KlaviyoLinq.Model;

/// <summary>Identifier of a resource: its type and its id.</summary>
/// <param name="Type">The type on the wire: <c>campaign-message</c>.</param>
/// <param name="Id">The id.</param>
public readonly record struct ResourceIdentifier(string Type, string Id);
