using System.Xml.Linq;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Warnings are errors. A build file or an .editorconfig that silences one says why, on the same line or on the line above.</summary>
internal static class BuildSuppressionLaw
{
    private static readonly HashSet<string> _silencers = ["NoWarn", "WarningsNotAsErrors", "MSBuildWarningsAsMessages", "DisabledWarnings"];

    internal static IEnumerable<Offence> Judge(Repository repository) =>
    [
        .. repository.BuildFiles.SelectMany(JudgeBuild),
        .. repository.Files.Where(file => file.Name is ".editorconfig" or ".globalconfig").SelectMany(JudgeConfig),
    ];

    private static IEnumerable<Offence> JudgeBuild(BuildFile file)
    {
        foreach (XElement element in file.Elements)
        {
            int line = BuildFile.LineOf(element);
            string name = element.Name.LocalName;
            if (name == "TreatWarningsAsErrors" && element.Value.Trim() != "true")
                yield return new Offence(file.Path, line, "Warnings are no longer errors. Take the line away and mend the warnings.");
            else if ((_silencers.Contains(name) || element.Attribute("NoWarn") is not null) && !HasReason(file.Lines, line, "<!--", "-->"))
                yield return new Offence(file.Path, line, "A warning is silenced without a reason. Add a comment on the line or above it.");
        }
    }

    private static IEnumerable<Offence> JudgeConfig(RepositoryFile file)
    {
        string[] lines = file.Lines;
        for (int line = 1; line <= lines.Length; line++)
            if (Silences(lines[line - 1]) && !HasReason(lines, line, "#", "#"))
                yield return new Offence(file.Path, line, "A warning is silenced without a reason. Add a comment above it.");
    }

    private static bool Silences(string line)
    {
        string[] pair = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return pair.Length == 2 && pair[0].EndsWith(".severity", StringComparison.Ordinal) && pair[1] is "none" or "silent";
    }

    private static bool HasReason(string[] lines, int line, string opening, string closing) =>
        lines[line - 1].Contains(opening, StringComparison.Ordinal) || (line > 1 && lines[line - 2].Contains(closing, StringComparison.Ordinal));
}
