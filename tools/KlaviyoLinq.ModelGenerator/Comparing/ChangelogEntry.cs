using System.Text;
using System.Text.RegularExpressions;

namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Writer of the changes of a revision as an entry of the changelog: a line for each topic, in the order in which readers ask for them.</summary>
internal static partial class ChangelogEntry
{
    private const int Width = 170;

    private static readonly string[] _topics =
    [
        OperationFacts.Topic, "Resource types", "Fields", "Alternatives", "Enum values", "Relationships", "Includes", "Filters", "Filter operators",
        "Sort keys",
        "Sparse fieldsets", "Parameters", "Bodies", "Answers", "Rate limits", "Page sizes", "Scopes", "Objects", "Objects in bodies",
    ];

    private static readonly string[] _verbs = ["added", "removed", "changed"];

    internal static string Write(string revision, string previous, IReadOnlyList<Change> changes)
    {
        var entry = new StringBuilder($"- Revision {revision} is the newest, after {previous}:\n");
        if (changes.Count == 0)
            entry.Append("  - Nothing that the library reads or writes has changed.\n");
        foreach (IGrouping<string, Change> topic in changes.GroupBy(change => change.Topic).OrderBy(topic => Array.IndexOf(_topics, topic.Key)))
            Wrap(entry, $"{topic.Key}: {string.Join("; ", topic.GroupBy(change => change.Verb).OrderBy(verb => Array.IndexOf(_verbs, verb.Key)).Select(Listed))}.");
        return entry.ToString();
    }

    private static string Listed(IGrouping<string, Change> verb) =>
        $"{verb.Key} {string.Join(", ", verb.Select(change => change.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";

    private static void Wrap(StringBuilder entry, string text)
    {
        var line = new StringBuilder("  -");
        foreach (string word in Words().Matches(text).Select(match => match.Value))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                entry.Append(line).Append('\n');
                line.Clear().Append("   ");
            }

            line.Append(' ').Append(word);
        }

        entry.Append(line).Append('\n');
    }

    /// <summary>A piece of code stays on one line.</summary>
    [GeneratedRegex("(`[^`]*`|[^ `])+")]
    private static partial Regex Words();
}
