namespace KlaviyoLinq.Forms;

/// <summary>
/// A relationship that a query starts at by name: <c>klaviyo.Entry(e).Reference(x => x.Profile)</c>. The judge finds the operation that answers it.
/// </summary>
/// <param name="ParentType">The type of the resource it belongs to: <c>event</c>.</param>
/// <param name="Name">The relationship's wire name: <c>profile</c>.</param>
/// <param name="Site">Its place in the source.</param>
internal sealed record Relation(string ParentType, string Name, Site Site);
