using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>All generated files, by path relative to the root of the repository.</summary>
internal static class GeneratedFiles
{
    private const string Catalogue = "src/KlaviyoLinq.Dialect/Catalogue/Generated/";
    private const string Model = "src/KlaviyoLinq/Model/Generated/";
    private const string Components = "src/KlaviyoLinq/Model/Components/Generated/";
    private const string Readers = "src/KlaviyoLinq/JsonApi/Generated/";

    /// <summary>The folders that hold nothing but generated files: what stands there without being written now is superfluous.</summary>
    internal static readonly string[] Folders = [Catalogue, Model, Components, Readers];

    internal static KeyValuePair<string, string> Write(WritesSpec writes, IReadOnlyDictionary<string, WriteEvidence> evidence) =>
        new(Catalogue + WritesTableWriter.FileName(writes), new WritesTableWriter(writes, evidence).Write());

    internal static SortedDictionary<string, string> Write(KlaviyoSpec spec, IReadOnlyList<KlaviyoSpec> older, ApiModel model, OverridesFile overrides)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        KlaviyoSpec? newer = null;
        foreach (KlaviyoSpec revision in older.Prepend(spec))
        {
            files.Add(Catalogue + TableWriter.FileName(revision), new TableWriter(revision, newer).Write());
            newer = revision;
        }

        files.Add("src/KlaviyoLinq.Dialect/KlaviyoCatalogue.Revisions.g.cs", CatalogueWriter.Write([.. older.Prepend(spec).Select(revision => revision.Revision)]));
        AddModel(files, model);
        files.Add("src/KlaviyoLinq/KlaviyoContext.Sets.g.cs", ContextSetsWriter.Write(spec, overrides));
        files.Add("src/KlaviyoLinq/KlaviyoClientContext.Sets.g.cs", ClientSetsWriter.Write(spec));
        files.Add("src/KlaviyoLinq/KlaviyoRelated.g.cs", RelatedWriter.Write(model.Facts));
        return files;
    }

    private static void AddModel(SortedDictionary<string, string> files, ApiModel model)
    {
        var readers = new ReaderWriter(model);
        foreach (ClassModel type in model.Resources.Concat(model.Components))
        {
            files.Add($"{(type.IsResource ? Model : Components)}{type.Name}.g.cs", ClassWriter.Write(type, model.Revision));
            files.Add($"{Readers}{ReaderWriter.ClassName(type.Name)}.g.cs", readers.Write(type));
        }

        foreach (UnionModel union in model.Unions)
        {
            files.Add($"{Components}{union.Name}.g.cs", ClassWriter.Write(union, model.Revision));
            files.Add($"{Readers}{ReaderWriter.ClassName(union.Name)}.g.cs", UnionReaderWriter.Write(union, model, model.Facts, readers));
        }

        foreach (EnumModel type in model.Enums)
            files.Add($"{(type.InComponents ? Components : Model)}{type.Name}.g.cs", EnumWriter.Write(type, model.Revision));
        files.Add(Readers + "ResourceReaders.g.cs", ResourceReadersWriter.Write(model));
    }
}
