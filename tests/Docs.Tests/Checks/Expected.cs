using System.Text;
using System.Text.RegularExpressions;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>
/// Output or request that a page shows. <c>…</c> stands for any text within its line, and a line with nothing else for any number of lines. A request
/// may be broken before an <c>&amp;</c>, with the rest indented.
/// </summary>
internal static partial class Expected
{
    internal static bool IsOutput(string shown, string actual)
    {
        StringBuilder pattern = new("^");
        string[] lines = shown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
            pattern.Append(
                lines[i].Trim() == "…"
                    ? "(?:[^\n]*(?:\n|$))*"
                    : Regex.Escape(lines[i].TrimEnd()).Replace("…", "[^\n]*", StringComparison.Ordinal) + " *(?:\n|$)");
        return Regex.IsMatch(actual.ReplaceLineEndings("\n").TrimEnd() + "\n", pattern.Append('$').ToString());
    }

    internal static bool AreRequests(string shown, IEnumerable<string> actual) =>
        IsOutput(Break().Replace(shown, ""), string.Join('\n', actual));

    /// <summary>A request as pages show it, broken where it is long.</summary>
    internal static string Broken(string request)
    {
        const int Width = 110;
        StringBuilder text = new();
        int length = 0;
        foreach (string part in Regex.Split(request, "(?=&)"))
        {
            if (length > 0 && length + part.Length > Width)
            {
                text.Append("\n    ");
                length = 4;
            }

            text.Append(part);
            length += part.Length;
        }

        return text.ToString();
    }

    [GeneratedRegex("\n +(?=&)")]
    private static partial Regex Break();
}
