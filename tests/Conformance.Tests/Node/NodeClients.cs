namespace KlaviyoLinq.Conformance.Tests.Node;

/// <summary>Location of the Node programs, which <c>npm ci</c> in <c>tests/NodeClients</c> installs.</summary>
internal static class NodeClients
{
    private const string Demand = "KLAVIYOLINQ_REQUIRE";

    internal static string Folder { get; } = Path.Combine(Root(), "tests", "NodeClients");

    /// <summary>The official document of the newest revision; it lies beside the repository, of which it is not a part.</summary>
    internal static string Document { get; } = DocumentOf("2026-07-15");

    internal static string Prism { get; } = Path.Combine(Folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");

    private static string Sdk { get; } = Path.Combine(Folder, "node_modules", "klaviyo-api", "package.json");

    /// <summary>Reason for which tests that need Node cannot run here; null when they can, or when they must.</summary>
    internal static string? Missing => Required("node") ? null
        : !OnPath("node") ? "Node is not installed."
        : !File.Exists(Prism) || !File.Exists(Sdk) ? "The Node packages are not installed: run npm ci in tests/NodeClients."
        : null;

    /// <summary>Reason for which tests against the official document cannot run here; null when they can, or when they must.</summary>
    internal static string? DocumentMissing => Missing ?? DocumentsMissing;

    /// <summary>The same for what needs no Node.</summary>
    internal static string? DocumentsMissing => Required("documents") || File.Exists(Document)
        ? null
        : "Klaviyo's OpenAPI documents are missing: put them at ../shared/klaviyo-openapi/<revision>/stable.json.";

    internal static string DocumentOf(string revision) => Path.GetFullPath(Path.Combine(Root(), "..", "shared", "klaviyo-openapi", revision, "stable.json"));

    /// <summary>Indicates whether .ci/run requires it, so that its tests must not be skipped.</summary>
    private static bool Required(string what) => (Environment.GetEnvironmentVariable(Demand) ?? "").Split(' ').Contains(what);

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not lie within the repository.");
    }
}
