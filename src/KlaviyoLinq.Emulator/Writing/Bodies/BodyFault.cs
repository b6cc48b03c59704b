using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Makes the errors of a body. Except for the members' order, their texts are the emulator's own.</summary>
internal static class BodyFault
{
    /// <param name="pointer">The place of the fault: <c>/data/attributes/name</c>.</param>
    /// <param name="detail">The sentence about it.</param>
    internal static ApiError At(string pointer, string detail) =>
        new(400, "invalid", "Invalid input.", detail) { Pointer = pointer, LinksAndMeta = true };

    internal static ApiError Conflict(string pointer, string detail, string code = "conflict") =>
        new(409, code, "Conflict.", detail) { Pointer = pointer, LinksAndMeta = true };

    /// <summary>The error of a part of a body that was checked as if it were <c>/data</c>.</summary>
    /// <param name="error">The error.</param>
    /// <param name="place">The pointer to the part: <c>/data/attributes/profile/data</c>.</param>
    internal static ApiError Within(ApiError error, string place)
    {
        string within = error.Pointer is { } pointer && pointer.StartsWith("/data", StringComparison.Ordinal) ? pointer["/data".Length..] : "";
        return error with { Pointer = place + within };
    }

    /// <summary>A name as a segment of a JSON pointer.</summary>
    internal static string Escaped(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
