namespace KlaviyoLinq.Forms;

/// <summary>A relationship that a query starts at by name: <c>klaviyo.Entry(e).Reference(x => x.Profile)</c>. Which operation answers is for the judge to say.</summary>
/// <param name="ParentType">The type of the resource it belongs to: <c>event</c>.</param>
/// <param name="Name">The relationship's wire name: <c>profile</c>.</param>
/// <param name="Site">Where it was written.</param>
internal sealed record Relation(string ParentType, string Name, Site Site);
