using System.Text.RegularExpressions;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>Mermaid flowcharts as these pages draw them: one edge or node a line, every label in quotes, and every node with a label.</summary>
internal static partial class DiagramCheck
{
    /// <summary>The first fault of a diagram; null for none.</summary>
    internal static string? Fault(string diagram)
    {
        string[] lines = [.. diagram.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        if (lines.Length < 2 || !Head().IsMatch(lines[0]))
            return "this diagram does not begin with 'flowchart TD' or 'flowchart LR', or it is empty";
        if (lines.Skip(1).FirstOrDefault(line => !Edge().IsMatch(line)) is { } wrong)
            return $"this line is not an edge between two nodes: {wrong}";
        HashSet<string> labelled = [.. lines.SelectMany(line => Label().Matches(line)).Select(node => node.Groups["id"].Value)];
        string[] bare = [.. lines.Skip(1)
            .SelectMany(line => Edge().Match(line).Groups["id"].Captures)
            .Select(id => id.Value)
            .Distinct()
            .Where(id => !labelled.Contains(id))];
        return bare.Length == 0 ? null : $"these nodes have no label: {string.Join(", ", bare)}";
    }

    [GeneratedRegex("^flowchart (TD|LR)$")]
    private static partial Regex Head();

    [GeneratedRegex("^(?<id>\\w+)(?:\\[\"[^\"]+\"\\]|\\{\"[^\"]+\"\\})? --(?:>| (?:\\w+|\"[^\"]+\") -->|  ?[\\w ]+ -->) (?<id>\\w+)(?:\\[\"[^\"]+\"\\]|\\{\"[^\"]+\"\\})?$")]
    private static partial Regex Edge();

    [GeneratedRegex("(?<id>\\w+)(?:\\[\"[^\"]+\"\\]|\\{\"[^\"]+\"\\})")]
    private static partial Regex Label();
}
