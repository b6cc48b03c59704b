using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Commands.Bodies;

/// <summary>Finds the facts of the resources within a body.</summary>
internal static class BodyParts
{
    /// <summary>Returns the facts of the resource objects in an attribute: <c>attributes.items.data</c>.</summary>
    internal static AttributeFacts Item(WriteFacts operation, string attribute) =>
        Member(operation.Attributes, attribute).Members.First(member => member.Name == "data");

    /// <summary>Returns the attributes of a resource object; none where it has only an id.</summary>
    internal static IReadOnlyList<AttributeFacts> Attributes(AttributeFacts resource) =>
        resource.Members.FirstOrDefault(member => member.Name == "attributes")?.Members ?? [];

    private static AttributeFacts Member(IReadOnlyList<AttributeFacts> members, string name) => members.First(member => member.Name == name);
}
