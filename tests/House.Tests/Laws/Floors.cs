namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>The floors of the house. A project uses what lies on a lower floor, never its own floor or a higher one.</summary>
internal static class Floors
{
    private static readonly Dictionary<string, int> _products = new()
    {
        ["KlaviyoLinq.Dialect"] = 1,
        ["KlaviyoLinq"] = 2,
        ["KlaviyoLinq.Emulator"] = 2,
        ["KlaviyoLinq.Analyzers"] = 2,
        ["KlaviyoLinq.Hosting"] = 3,
        ["KlaviyoLinq.Testing"] = 3,
        ["KlaviyoLinq.Emulator.Sqlite"] = 3,
    };

    // A tool works on the products' sources, unless it runs what they are made into, as samples do.
    private static readonly Dictionary<string, int> _tools = new() { ["KlaviyoLinq.NotebookRunner"] = 4, ["KlaviyoLinq.Tool"] = 4 };

    private static readonly Dictionary<string, int> _areas = new() { ["tools"] = 2, ["samples"] = 4, ["benchmarks"] = 5, ["tests"] = 5 };

    /// <summary>The floor of a product, or null for an assembly that is none of ours.</summary>
    internal static int? OfProduct(string name) => _products.TryGetValue(name, out int floor) ? floor : null;

    /// <summary>The floor of a project by its path, or null when it has been given none.</summary>
    internal static int? Of(string name, string path) =>
        OfProduct(name) ?? (_tools.TryGetValue(name, out int tool) ? tool : _areas.TryGetValue(path[..path.IndexOf('/')], out int area) ? area : null);
}
