using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>All generated files, by path relative to the root of the repository.</summary>
internal static class GeneratedFiles
{
    private const string Catalogue = "src/KlaviyoLinq.Dialect/Catalogue/Generated/";
    private const string Model = "src/KlaviyoLinq/Model/Generated/";

    /// <summary>The folders that hold nothing but generated files: any other file there is superfluous.</summary>
    internal static readonly string[] Folders = [Catalogue, Model];

    internal static KeyValuePair<string, string> Write(WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence) =>
        new(Catalogue + WritesTableWriter.FileName(writes), new WritesTableWriter(writes, evidence).Write());

    internal static SortedDictionary<string, string> Write(
        KlaviyoSpec spec, IReadOnlyList<KlaviyoSpec> older, ApiModel model, OverridesFile overrides, WritesSpec writes)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        KlaviyoSpec? newer = null;
        foreach (KlaviyoSpec revision in older.Prepend(spec))
        {
            files.Add(Catalogue + TableWriter.FileName(revision), new TableWriter(revision, newer).Write());
            newer = revision;
        }

        files.Add(
            "src/KlaviyoLinq.Dialect/KlaviyoCatalogue.Revisions.g.cs", CatalogueWriter.Write([.. older.Prepend(spec).Select(revision => revision.Revision)]));
        AddModel(files, model);
        files.Add("src/KlaviyoLinq/KlaviyoContext.Sets.g.cs", ContextSetsWriter.Write(spec, overrides));
        files.Add("src/KlaviyoLinq/KlaviyoClientContext.Sets.g.cs", ClientSetsWriter.Write(spec));
        files.Add("src/KlaviyoLinq/KlaviyoRelated.g.cs", RelatedWriter.Write(model.Facts, writes));
        return files;
    }

    private static void AddModel(SortedDictionary<string, string> files, ApiModel model)
    {
        var writer = new ModelFileWriter(model);
        foreach (ModelFile file in new ModelFiles(model).All)
            files.Add($"{Model}{file.Path}.g.cs", writer.Write(file));
        files.Add(
            ModelApiWriter.Path, ModelApiWriter.Write(files.Where(file => file.Key.StartsWith(Model, StringComparison.Ordinal)).Select(file => file.Value)));
        files.Add("src/KlaviyoLinq/Documents/ResourceReaders.g.cs", ResourceReadersWriter.Write(model));
    }
}
