namespace KlaviyoLinq.Benchmarks.Measuring;

/// <summary>Folder of the results: <c>benchmarks/Results</c> of the checkout from which the program was built.</summary>
internal static class ResultsFolder
{
    /// <summary>The folder when the command ends with <c>--write</c>, else null.</summary>
    internal static string? Of(string[] args) => args.Contains("--write") ? InCheckout("benchmarks", "Results") : null;

    /// <summary>A folder of the checkout; null when the program lies in none.</summary>
    internal static string? InCheckout(params string[] path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
            folder = folder.Parent;
        return folder is null ? null : Path.Combine([folder.FullName, .. path]);
    }
}
