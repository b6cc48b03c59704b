using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Proving;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>coverage</c>: what the catalogue holds and the conformance tests cover of it, operation by operation, as a page of documentation.</summary>
internal static class CoverageCommand
{
    internal const string Page = "docs/coverage.md";

    /// <summary>The page with the table of commands.</summary>
    internal const string Commands = "docs/commands.md";

    /// <summary>The rows of the page of commands, which the tests write from the commands themselves.</summary>
    internal static IReadOnlyList<string> CommandRows(Repository repository) =>
        [.. (repository.Read(Commands) ?? "").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        KlaviyoSpec spec = GenerateCommand.Facts(repository, out OverridesFile overrides);
        WritesSpec writes = GenerateCommand.Writes(repository);
        ApiModel model = ModelBuilder.Build(
            spec, GenerateCommand.OlderFacts(repository, overrides), overrides, writes, GenerateCommand.Evidence(repository, writes));
        bool written = repository.Write(Page, CoverageWriter.Write(new Entries(spec, model, overrides), writes, CommandRows(repository)));
        output.WriteLine($"{Page}: {(written ? "written" : "unchanged")}.");
        return 0;
    }
}
