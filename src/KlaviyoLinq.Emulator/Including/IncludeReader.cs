using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Including;

/// <summary>Reads the <c>include</c> parameter.</summary>
internal static class IncludeReader
{
    internal static ApiError? Read(string value, ReadFacts operation, List<IncludeFacts> includes)
    {
        foreach (string name in value.Split(','))
        {
            IncludeFacts found = operation.Includes.FirstOrDefault(i => i.Relationship == name);
            if (found.Relationship is null)
                return ApiError.Invalid("include", $"'{name}' is not an allowed include parameter for this resource.");
            if (!includes.Contains(found))
                includes.Add(found);
        }
        return null;
    }
}
