using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Proving;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>coverage</c>: what the catalogue holds and the conformance tests cover of it, operation by operation, as a page of documentation.</summary>
internal static class CoverageCommand
{
    internal const string Page = "docs/coverage.md";

    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        KlaviyoSpec spec = GenerateCommand.Facts(repository, out OverridesFile overrides);
        WritesSpec writes = GenerateCommand.Writes(repository);
        ApiModel model = ModelBuilder.Build(
            spec, GenerateCommand.OlderFacts(repository, overrides), overrides, writes, GenerateCommand.Evidence(repository, writes));
        bool written = repository.Write(Page, CoverageWriter.Write(new Entries(spec, model, overrides), writes));
        output.WriteLine($"{Page}: {(written ? "written" : "unchanged")}.");
        return 0;
    }
}
