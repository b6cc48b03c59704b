using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>coverage</c>: what the catalogue holds, operation by operation, as a page of documentation.</summary>
internal static class CoverageCommand
{
    internal const string Page = "docs/coverage.md";

    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        bool written = repository.Write(Page, CoverageWriter.Write(GenerateCommand.Facts(repository, out _)));
        output.WriteLine($"{Page}: {(written ? "written" : "unchanged")}.");
        return 0;
    }
}
