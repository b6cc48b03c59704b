using System.IO;

namespace KlaviyoLinq.Rules;

/// <summary>The pages of the rules, which travel within the assembly.</summary>
internal static class RulePages
{
    /// <summary>The page of a code, as Markdown.</summary>
    internal static string Of(string id)
    {
        using Stream page = typeof(RulePages).Assembly.GetManifestResourceStream(id + ".md")
            ?? throw new InvalidOperationException($"The page of {id} is missing.");
        using StreamReader reader = new(page);
        return reader.ReadToEnd();
    }
}
