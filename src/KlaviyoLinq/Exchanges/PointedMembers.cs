using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Exchanges;

/// <summary>Names the members that the errors of an answer point to: <c>/data/attributes/location/city</c> is <c>Profile.Location.City</c>.</summary>
internal static class PointedMembers
{
    // The parts of a pointer that are the form of the document, not members.
    private static readonly string[] _form = ["data", "attributes", "relationships", "meta"];

    /// <summary>Returns the errors with the members that they point to, in C#.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="typeName">The C# class of the entity; null where the body is not written from an entity.</param>
    internal static IReadOnlyList<KlaviyoError> Named(IReadOnlyList<KlaviyoError> errors, WriteFacts operation, string? typeName) =>
        [.. errors.Select(error => Named(error, typeName ?? MemberNaming.Pascal(operation.ResourceType ?? "")))];

    private static KlaviyoError Named(KlaviyoError error, string owner)
    {
        if (error.SourcePointer is not ['/', ..])
            return error;
        int? row = null;
        List<string> members = [];
        foreach (string part in error.SourcePointer[1..].Split('/'))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                row ??= number;
            else if (!_form.Contains(part))
                members.Add(part == "id" ? "Id" : MemberNaming.Pascal(part));
        }

        return members.Count == 0 ? error : error.Pointing($"{owner}.{string.Join('.', members)}", row);
    }
}
