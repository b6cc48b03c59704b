using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>The facts and overrides of the repository the tests run in. Read anew each time: correcting changes them.</summary>
internal static class RepositoryFacts
{
    private static readonly Lazy<ApiModel> _model = new(() => ModelBuilder.Build(Corrected, Older, Overrides, Writes, Evidence));

    internal static Repository Repository { get; } = Repository.Around(AppContext.BaseDirectory);

    internal static KlaviyoSpec Distilled => SpecFile.Parse(Repository.Read(Repository.SpecPath)!);

    internal static KlaviyoSpec Corrected => GenerateCommand.Facts(Repository, out _);

    /// <summary>The corrected facts of the older revisions, the newest first.</summary>
    internal static KlaviyoSpec[] Older => GenerateCommand.OlderFacts(Repository, Overrides);

    internal static WritesSpec Writes => GenerateCommand.Writes(Repository);

    internal static IReadOnlyDictionary<string, WriteEvidence> Evidence => GenerateCommand.Evidence(Repository, Writes);

    internal static OverridesFile Overrides => OverridesFile.Parse(Repository.Read(Repository.OverridesPath)!);

    /// <summary>The model of the corrected facts; it is never changed, so it is built once.</summary>
    internal static ApiModel Model => _model.Value;
}
