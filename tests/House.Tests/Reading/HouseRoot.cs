namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>Root of the repository: the solution's folder, found by walking up from the built tests.</summary>
internal static class HouseRoot
{
    /// <summary>Names another checkout to hold the laws against, so that a branch can be judged without having the tests.</summary>
    private const string Override = "KLAVIYOLINQ_HOUSE_ROOT";

    private const string Solution = "KlaviyoLinq.sln";

    internal static string Find()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } given)
            return given;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        throw new InvalidOperationException($"No {Solution} above {AppContext.BaseDirectory}; set {Override} to the checkout.");
    }
}
