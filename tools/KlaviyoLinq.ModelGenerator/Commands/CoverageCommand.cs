using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Proving;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>coverage</c>: what the catalogue holds and the conformance tests cover of it, operation by operation, as a page of documentation.</summary>
internal static class CoverageCommand
{
    internal const string Page = "docs/coverage.md";

    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        bool written = repository.Write(Page, CoverageWriter.Write(new Entries(GenerateCommand.Facts(repository, out OverridesFile overrides), overrides)));
        output.WriteLine($"{Page}: {(written ? "written" : "unchanged")}.");
        return 0;
    }
}
