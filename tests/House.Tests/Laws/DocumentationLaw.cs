using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Law of documentation: every public member is documented. The compiler checks it with CS1591, and this law that CS1591 is not silenced.</summary>
internal static class DocumentationLaw
{
    private const string Undocumented = "1591";

    internal static IEnumerable<Offence> Judge(Repository repository) =>
    [
        .. repository.HandWritten.SelectMany(JudgePragmas),
        .. repository.BuildFiles.SelectMany(JudgeBuild),
        .. repository.Files.Where(file => file.Name is ".editorconfig" or ".globalconfig").SelectMany(JudgeConfig),
        .. repository.Products.SelectMany(JudgeProduct),
    ];

    private static IEnumerable<Offence> JudgePragmas(SourceFile source) =>
        from pragma in source.Syntax.DescendantNodes(descendIntoTrivia: true).OfType<PragmaWarningDirectiveTriviaSyntax>()
        where pragma.ErrorCodes.Any(code => code.ToString().Contains(Undocumented, StringComparison.Ordinal))
        select new Offence(source.Path, source.LineOf(pragma), "CS1591 is silenced. Document the member instead.");

    private static IEnumerable<Offence> JudgeBuild(BuildFile file)
    {
        IEnumerable<Offence> silenced =
            from element in file.Elements
            where element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" && element.Value.Contains(Undocumented, StringComparison.Ordinal)
            select new Offence(file.Path, BuildFile.LineOf(element), "CS1591 is silenced. Document the members instead.");
        IEnumerable<Offence> unasked =
            from element in file.Properties("GenerateDocumentationFile")
            where element.Value.Trim() != "true"
            select new Offence(file.Path, BuildFile.LineOf(element), "Without its documentation file nothing is checked. Take the line away.");
        return [.. silenced, .. unasked];
    }

    private static IEnumerable<Offence> JudgeConfig(RepositoryFile file)
    {
        string section = "";
        for (int line = 1; line <= file.Lines.Length; line++)
        {
            string text = file.Lines[line - 1].Trim();
            if (text.StartsWith('['))
                section = text;
            else if (IsLowered(text) && !section.Contains(".g.cs", StringComparison.Ordinal) && !section.Contains("Generated", StringComparison.Ordinal))
                yield return new Offence(file.Path, line, "CS1591 is silenced for hand-written code. Document the members instead.");
        }
    }

    private static bool IsLowered(string text) =>
        text.StartsWith("dotnet_diagnostic.CS" + Undocumented, StringComparison.OrdinalIgnoreCase)
        && !text.EndsWith("error", StringComparison.Ordinal) && !text.EndsWith("warning", StringComparison.Ordinal);

    private static IEnumerable<Offence> JudgeProduct(Project project) =>
        project.File.Property("ProjectType") == "Library"
            ? []
            : [new Offence(project.Path, 0, "Only ProjectType Library writes documentation, and src holds libraries.")];
}
