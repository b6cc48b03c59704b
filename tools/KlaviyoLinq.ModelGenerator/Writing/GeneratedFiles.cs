using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>All generated C#, by path relative to the root of the repository.</summary>
internal static class GeneratedFiles
{
    /// <summary>The folders that hold nothing but generated files: what stands there without being written now is superfluous.</summary>
    internal static readonly string[] Folders = ["src/KlaviyoLinq.Dialect/Catalogue/Generated"];

    internal static SortedDictionary<string, string> Write(KlaviyoSpec spec, OverridesFile overrides)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        AddCatalogue(files, spec);
        return files;
    }

    private static void AddCatalogue(SortedDictionary<string, string> files, KlaviyoSpec spec)
    {
        const string Folder = "src/KlaviyoLinq.Dialect/Catalogue/Generated/";
        var resources = new ResourceFactsWriter(spec);
        files.Add($"{Folder}{CatalogueWriter.ClassName(spec)}.g.cs", CatalogueWriter.Write(spec));
        files.Add(Folder + "Resources.g.cs", resources.WriteResources());
        files.Add(Folder + "Components.g.cs", resources.WriteComponents());
        foreach (IGrouping<string, OperationSpec> tag in spec.Operations.GroupBy(operation => operation.Tag))
            files.Add($"{Folder}Operations.{PascalCase.Of(tag.Key)}.g.cs", OperationFactsWriter.Write(spec, tag));
    }
}
