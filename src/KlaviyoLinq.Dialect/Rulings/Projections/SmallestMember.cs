using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary>
/// The fieldset member to request where a query needs nothing but ids. Before revision 2026-04-15 no operation lists <c>id</c>, and a fieldset cannot be
/// empty, so the shortest attribute stands in for it.
/// </summary>
internal static class SmallestMember
{
    private const string Id = "id";

    internal static string Of(FieldsetFacts fieldset, ResourceFacts? resource)
    {
        if (fieldset.Lists(Id))
            return Id;
        return fieldset.Members.Where(member => member.IndexOf('.') < 0)
            .OrderBy(member => Length(resource?.FindAttribute(member)))
            .FirstOrDefault() ?? Id;
    }

    /// <summary>A rank, not characters: text can be of any length, and what holds other values comes last.</summary>
    private static int Length(AttributeFacts? attribute) => attribute switch
    {
        { IsArray: false, Kind: AttributeKind.Boolean } => 0,
        { IsArray: false, Kind: AttributeKind.Integer or AttributeKind.Number } => 1,
        { IsArray: false, Kind: AttributeKind.Date or AttributeKind.DateTime } => 2,
        { IsArray: false, Kind: AttributeKind.String, Values.Count: > 0 } => 3,
        { IsArray: false, Kind: AttributeKind.String or AttributeKind.Scalar } => 4,
        _ => 5,
    };
}
