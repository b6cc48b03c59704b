using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Exchanges;

/// <summary>Names the members that the errors of an answer point to: <c>/data/attributes/location/city</c> is <c>Profile.Location.City</c>.</summary>
internal static class PointedMembers
{
    // The parts of a pointer that are the form of the document, not members.
    private static readonly string[] _form = ["data", "attributes", "relationships", "meta"];

    /// <summary>Returns the errors that have a place in the body, with their members in C#.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="typeName">The C# class of the entity; null where the body is not written from an entity.</param>
    internal static IReadOnlyList<KlaviyoMemberError> Of(IReadOnlyList<KlaviyoError> errors, WriteFacts operation, string? typeName) =>
        [.. errors.Select(error => Of(error, typeName ?? MemberNaming.Pascal(operation.ResourceType ?? ""))).OfType<KlaviyoMemberError>()];

    private static KlaviyoMemberError? Of(KlaviyoError error, string owner)
    {
        if (error.SourcePointer is not ['/', ..])
            return null;
        int? row = null;
        List<string> members = [];
        foreach (string part in error.SourcePointer[1..].Split('/'))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                row ??= number;
            else if (!_form.Contains(part))
                members.Add(part == "id" ? "Id" : MemberNaming.Pascal(part));
        }

        return members.Count == 0 ? null : new KlaviyoMemberError($"{owner}.{string.Join('.', members)}", row, error);
    }
}
