namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writer of the public list of revisions: one property for each, and all of them.</summary>
internal static class CatalogueWriter
{
    internal static string Write(IReadOnlyList<string> revisions)
    {
        CodeWriter code = CodeWriter.ForFile(revisions[0]);
        code.Line("using KlaviyoLinq.Catalogue.Tables;");
        code.Line();
        code.Line("namespace KlaviyoLinq;");
        code.Line();
        code.Open("public abstract partial class KlaviyoCatalogue");
        for (int index = 0; index < revisions.Count; index++)
        {
            string newest = index == 0 ? ", the newest one that this version of the library knows" : "";
            string newer = index == 0 ? "null" : $"(TableCatalogue){Property(revisions[index - 1])}";
            code.Line($"/// <summary>Gets the catalogue of revision {revisions[index]}{newest}.</summary>");
            code.Line($"public static KlaviyoCatalogue {Property(revisions[index])} {{ get; }} = new TableCatalogue({Literals.Text(revisions[index])}, {newer});");
            code.Line();
        }

        code.Line("/// <summary>Gets the catalogue of the newest revision that this version of the library knows.</summary>");
        code.Line($"public static KlaviyoCatalogue Newest => {Property(revisions[0])};");
        code.Line();
        code.Line("/// <summary>Gets the catalogues of all revisions that this version of the library knows, the newest first.</summary>");
        code.Line($"public static IReadOnlyList<KlaviyoCatalogue> Known {{ get; }} = [{string.Join(", ", revisions.Select(Property))}];");
        code.Close();
        return code.ToString();
    }

    private static string Property(string revision) => "Revision" + revision.Replace("-", "", StringComparison.Ordinal);
}
