using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KlaviyoLinq.Docs.Tests.Rules;

/// <summary>
/// The two blocks of a rule's page, compiled. Lines that end with a semicolon stand before all that follow; each other line is an expression that is
/// run by itself.
/// </summary>
internal static partial class RuleCode
{
    // What is loaded of System.Linq.Async also has what a compiler is not shown of it.
    private static readonly Lazy<MetadataReference[]> _references = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) != "System.Linq.Async.dll")
                .Select(path => MetadataReference.CreateFromFile(path))
        ]);

    /// <exception cref="InvalidDataException">A line cannot be compiled; says which, and why.</exception>
    internal static RuleScene Compile(Page page)
    {
        string source = Source(page);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Rule", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))], _references.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream stream = new();
        Diagnostic[] errors = [.. compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
            throw new InvalidDataException($"{page.Path}: {string.Join("\n", errors.Select(error => $"{error.GetMessage()} in: {source.Split('\n')[error.Location.GetLineSpan().StartLinePosition.Line].Trim()}"))}");
        return (RuleScene)Activator.CreateInstance(Assembly.Load(stream.ToArray()).GetType("Rule")!)!;
    }

    private static string Source(Page page)
    {
        string refused = BlockBelow(page, "## Refused") ?? throw new InvalidDataException($"{page.Path} has no block below '## Refused'.");
        string instead = BlockBelow(page, "## Instead") ?? "";
        string declarations = string.Concat(
            Lines(refused).Where(line => IsStatement(line) && !line.Contains("await", StringComparison.Ordinal)).Select(line => line + "\n"));
        return $$"""
            using System; using System.Collections.Generic; using System.Globalization; using System.Linq; using System.Threading.Tasks;
            using KlaviyoLinq; using KlaviyoLinq.Model; using KlaviyoLinq.Errors;
            public sealed class Rule : KlaviyoLinq.Docs.Tests.Rules.RuleScene
            {
                public override IReadOnlyList<Func<Task>> Refused() => [
            {{Runs(refused, "")}}
                ];
                public override IReadOnlyList<Func<Task>> Instead() => [
            {{Runs(instead, declarations)}}
                ];
            }
            """.ReplaceLineEndings("\n");
    }

    private static string Runs(string block, string declarations)
    {
        StringBuilder runs = new();
        string before = declarations;
        bool isRun = true;
        foreach (string line in Lines(block))
            if (IsStatement(line))
            {
                before += line + "\n";
                isRun = false;
            }
            else
            {
                runs.Append($"async () => {{\n{before}await Run({line});\n}},\n");
                isRun = true;
            }

        return isRun ? runs.ToString() : runs.Append($"async () => {{\n{before}await Task.CompletedTask; }},\n").ToString();
    }

    private static bool IsStatement(string line) => line.EndsWith(';');

    // What is indented continues with the line before it.
    private static IEnumerable<string> Lines(string block) =>
        string.Join('\n', block.Split('\n').Select(line => Comment().Replace(line, "").TrimEnd()))
            .Replace("\n ", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string? BlockBelow(Page page, string heading)
    {
        int line = page.Prose.FirstOrDefault(line => line.Text == heading).Number;
        int next = page.Prose.Where(other => other.Number > line && other.Text.StartsWith("## ", StringComparison.Ordinal))
            .Select(other => other.Number).DefaultIfEmpty(int.MaxValue).First();
        return line == 0 ? null : page.Fences.FirstOrDefault(fence => fence.Line > line && fence.Line < next && fence.Language == "csharp")?.Text;
    }

    [GeneratedRegex("(^|\\s)//.*$")]
    private static partial Regex Comment();
}
