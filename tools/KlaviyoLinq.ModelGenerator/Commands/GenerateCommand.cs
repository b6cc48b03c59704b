using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Proving;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary><c>generate</c>: the official document to distilled facts, and these with the overrides to C#.</summary>
internal static class GenerateCommand
{
    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        var distilled = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string revision in repository.Revisions)
        {
            string document = Repository.DocumentOf(documents, revision);
            if (!File.Exists(document))
                output.WriteLine($"No document at {document}: the distilled facts stay as they are.");
            foreach ((string path, string text) in Distil(repository, revision, document))
                distilled.Add(path, text);
        }

        int written = distilled.Count(file => repository.Write(file.Key, file.Value));
        return WriteGenerated(repository, output, written);
    }

    /// <summary>Writes all generated files from the facts, and deletes those that are superfluous.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="output">The text that the user sees.</param>
    /// <param name="written">The number of files that were written before.</param>
    internal static int WriteGenerated(Repository repository, TextWriter output, int written)
    {
        SortedDictionary<string, string> files = FromFacts(repository);
        foreach ((string path, string text) in files)
            written += repository.Write(path, text) ? 1 : 0;
        string[] superfluous = [.. Superfluous(repository, files)];
        foreach (string path in superfluous)
            repository.Delete(path);
        output.WriteLine(Invariant($"{files.Count} generated files: {written} written, {superfluous.Length} deleted."));
        return 0;
    }

    /// <summary>The distilled facts of a revision by the paths of their files; none where there is no document.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Distil(Repository repository, string revision, string document)
    {
        if (!File.Exists(document))
            yield break;
        KlaviyoSpec spec = SpecFolder.Fold(SpecReader.Read(document));
        if (spec.Revision != revision)
            throw new SpecificationException($"{document} is of revision {spec.Revision}.");
        yield return new(Repository.SpecPathOf(revision), SpecFile.Write(spec));
        if (revision == repository.Revision)
            yield return new(repository.WritesPath, SpecFile.Write(WritesReader.Read(document)));
    }

    /// <summary>All generated C# and the coverage page, made from the files in <c>spec/</c>; the page also repeats the table of commands.</summary>
    internal static SortedDictionary<string, string> FromFacts(Repository repository)
    {
        KlaviyoSpec spec = Facts(repository, out OverridesFile overrides);
        return FromFacts(repository, spec, OlderFacts(repository, overrides), overrides);
    }

    /// <summary>The same, from facts that have been corrected.</summary>
    internal static SortedDictionary<string, string> FromFacts(Repository repository, KlaviyoSpec spec, KlaviyoSpec[] older, OverridesFile overrides)
    {
        WritesSpec writes = Writes(repository);
        ApiModel model = ModelBuilder.Build(
            spec, older, overrides, writes, WriteEvidenceFile.Known(Required(repository, Repository.WriteEvidencePath)));
        IReadOnlyDictionary<string, WriteEvidence> evidence = Evidence(repository, writes);
        SortedDictionary<string, string> files = GeneratedFiles.Write(spec, older, model, overrides, writes);
        var entries = new Entries(spec, model, overrides);
        foreach ((string path, string text) in CaseFiles.Write(entries, [.. older.Select(revision => new Entries(revision, model, overrides))]))
            files.Add(path, text);
        (string table, string lines) = GeneratedFiles.Write(writes, evidence);
        files.Add(table, lines);
        files.Add(CoverageCommand.Page, CoverageWriter.Write(entries, writes, CoverageCommand.CommandRows(repository)));
        return files;
    }

    internal static KlaviyoSpec Facts(Repository repository, out OverridesFile overrides)
    {
        KlaviyoSpec spec = Distilled(repository, repository.Revision);
        overrides = Overrides(repository);
        SpecCorrector.Apply(spec, overrides, newest: true);
        return spec;
    }

    /// <summary>The facts of a revision as its document states them, before corrections.</summary>
    internal static KlaviyoSpec Distilled(Repository repository, string revision)
    {
        string path = Repository.SpecPathOf(revision);
        KlaviyoSpec spec = SpecFile.Parse(Required(repository, path));
        return spec.Revision == revision ? spec : throw new SpecificationException($"{path} holds the facts of {spec.Revision}.");
    }

    internal static OverridesFile Overrides(Repository repository) => OverridesFile.Parse(Required(repository, Repository.OverridesPath));

    internal static IReadOnlyDictionary<string, WriteEvidence> Evidence(Repository repository, WritesSpec writes) =>
        WriteEvidenceFile.Parse(Required(repository, Repository.WriteEvidencePath), writes);

    internal static WritesSpec Writes(Repository repository) => SpecFile.ParseWrites(Required(repository, repository.WritesPath));

    /// <summary>The corrected facts of the older revisions, the newest first.</summary>
    internal static KlaviyoSpec[] OlderFacts(Repository repository, OverridesFile overrides)
    {
        KlaviyoSpec newest = Facts(repository, out _);
        return
        [
            .. repository.Revisions.Skip(1).Select(revision =>
            {
                KlaviyoSpec spec = Distilled(repository, revision);
                SpecCorrector.Apply(spec, overrides, newest: false);
                FilterSpellings.Carry(spec, newest);
                return spec;
            }),
        ];
    }

    internal static IEnumerable<string> Superfluous(Repository repository, SortedDictionary<string, string> files) =>
        GeneratedFiles.Folders.Append(CaseFiles.Folder).SelectMany(repository.GeneratedIn).Where(path => !files.ContainsKey(path))
            .Concat(repository.OldWritesPaths).Order(StringComparer.Ordinal);

    private static string Required(Repository repository, string path) =>
        repository.Read(path) ?? throw new SpecificationException($"{path} is missing.");
}
