using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Ids that have a shape which the type's ids cannot have. The live API answers them with 400, where it answers others that lead nowhere with 404. The
/// sentence about events is quoted from it, the others are worded in the same way.
/// </summary>
internal static class MalformedIds
{
    internal static ApiError? Check(ReadFacts operation, string id)
    {
        string type = operation.ParentType ?? operation.ResourceType;
        return IsMalformed(type, id)
            ? new ApiError(400, "invalid", "Invalid input.", $"Invalid {Name(type)} ID: '{id}'") { Pointer = "/data/id", LinksAndMeta = true }
            : null;
    }

    private static bool IsMalformed(string type, string id) => type switch
    {
        "event" => id.Length != 11 || !id.All(char.IsAsciiLetterOrDigit),
        "flow-action" => !id.All(char.IsAsciiDigit),
        "mapped-metric" => id.Length == 0 || !id.All(c => char.IsAsciiLetterLower(c) || c == '_'),
        _ => false,
    };

    private static string Name(string type) => string.Join(' ', type.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
