using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Proving;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>generate</c>: the official document to distilled facts, and these with the overrides to C#.</summary>
internal static class GenerateCommand
{
    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        int written = 0;
        foreach (string revision in Repository.Revisions)
        {
            string document = Repository.DocumentOf(documents, revision);
            if (File.Exists(document))
                written += repository.Write(Repository.SpecPathOf(revision), Distil(document)) ? 1 : 0;
            else
                output.WriteLine($"No document at {document}: the distilled facts stay as they are.");
        }

        if (File.Exists(Repository.DocumentOf(documents, Repository.Revision)))
            written += repository.Write(Repository.WritesPath, DistilWrites(Repository.DocumentOf(documents, Repository.Revision))) ? 1 : 0;

        SortedDictionary<string, string> files = FromFacts(repository);
        foreach ((string path, string text) in files)
            written += repository.Write(path, text) ? 1 : 0;
        string[] superfluous = [.. Superfluous(repository, files)];
        foreach (string path in superfluous)
            repository.Delete(path);
        output.WriteLine($"{files.Count} generated files: {written} written, {superfluous.Length} deleted.");
        return 0;
    }

    internal static string DistilWrites(string document) => SpecFile.Write(WritesReader.Read(document));

    internal static string Distil(string document) => SpecFile.Write(SpecFolder.Fold(SpecReader.Read(document)));

    /// <summary>All generated C# and the coverage page, made from the files in <c>spec/</c> alone.</summary>
    internal static SortedDictionary<string, string> FromFacts(Repository repository)
    {
        KlaviyoSpec spec = Facts(repository, out OverridesFile overrides);
        KlaviyoSpec[] older = OlderFacts(repository, overrides);
        ApiModel model = ModelBuilder.Build(spec, older, overrides);
        SortedDictionary<string, string> files = GeneratedFiles.Write(spec, older, model, overrides);
        var entries = new Entries(spec, model, overrides);
        foreach ((string path, string text) in CaseFiles.Write(entries, [.. older.Select(revision => new Entries(revision, model, overrides))]))
            files.Add(path, text);
        WritesSpec writes = Writes(repository);
        (string table, string lines) = GeneratedFiles.Write(writes, WriteEvidenceFile.Parse(Required(repository, Repository.WriteEvidencePath), writes));
        files.Add(table, lines);
        files.Add(CoverageCommand.Page, CoverageWriter.Write(entries, writes));
        return files;
    }

    internal static KlaviyoSpec Facts(Repository repository, out OverridesFile overrides)
    {
        KlaviyoSpec spec = SpecFile.Parse(Required(repository, Repository.SpecPath));
        overrides = OverridesFile.Parse(Required(repository, Repository.OverridesPath));
        SpecCorrector.Apply(spec, overrides);
        return spec;
    }

    internal static WritesSpec Writes(Repository repository) => SpecFile.ParseWrites(Required(repository, Repository.WritesPath));

    /// <summary>The corrected facts of the older revisions, the newest first.</summary>
    internal static KlaviyoSpec[] OlderFacts(Repository repository, OverridesFile overrides) =>
    [
        .. Repository.Revisions.Skip(1).Select(revision =>
        {
            KlaviyoSpec spec = SpecFile.Parse(Required(repository, Repository.SpecPathOf(revision)));
            SpecCorrector.ApplyWhatFits(spec, overrides);
            return spec;
        }),
    ];

    internal static IEnumerable<string> Superfluous(Repository repository, SortedDictionary<string, string> files) =>
        GeneratedFiles.Folders.Append(CaseFiles.Folder).SelectMany(repository.GeneratedIn).Where(path => !files.ContainsKey(path)).Order(StringComparer.Ordinal);

    private static string Required(Repository repository, string path) =>
        repository.Read(path) ?? throw new SpecificationException($"{path} is missing.");
}
