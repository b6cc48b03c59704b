namespace KlaviyoLinq.Docs.Tests.Reading;

/// <summary>The pages of the repository, and which of them owe a proof for what they show.</summary>
internal static class Pages
{
    private static readonly string[] _free = ["docs/decisions/", "docs/rules/", "samples/", "notebooks/", "benchmarks/"];

    private static readonly Lazy<IReadOnlyList<Page>> _all = new(() => [.. Checkout.Files.Where(IsPage).Select(Page.Open)]);

    /// <summary>Every page.</summary>
    internal static IReadOnlyList<Page> All => _all.Value;

    /// <summary>
    /// Pages on which every block of C# must be a snippet that is compiled and run. Other pages may have such blocks, and named ones are compared there
    /// as well: decisions describe the past, rules have tests of their own, the packages' pages are run by tests/Packages.Tests, and samples and
    /// notebooks lie beside their code.
    /// </summary>
    internal static IEnumerable<Page> Bound => All.Where(IsBound);

    internal static bool IsBound(Page page) =>
        !page.Path.EndsWith("/PACKAGE.md", StringComparison.Ordinal) && !_free.Any(folder => page.Path.StartsWith(folder, StringComparison.Ordinal));

    private static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal);
}
