using System.Text.RegularExpressions;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Packages are pinned to one version each, in one place, and come from wherever the machine takes its packages.</summary>
internal static partial class PackagesLaw
{
    private static readonly Dictionary<string, string> _unwanted = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nuget.config"] = "Take it away: the machine's own package source serves.",
        ["packages.lock.json"] = "Take it away: the exact pins in Directory.Packages.props lock what is used.",
    };

    /// <summary>The one file that reads the pins in another way: what a library is built with is the least version its package depends on.</summary>
    private const string Loosening = "eng/Library.targets";

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        [.. repository.BuildFiles.SelectMany(JudgePins), .. repository.BuildFiles.SelectMany(JudgeLocks), .. repository.Files.SelectMany(JudgeName)];

    private static IEnumerable<Offence> JudgePins(BuildFile file) =>
        from item in (string[])["PackageVersion", "GlobalPackageReference"]
        from package in file.Items(item)
        where package.Attribute("Update") is null || file.Path != Loosening
        where !ExactPin().IsMatch((string?)package.Attribute("Version") ?? "")
        select new Offence(file.Path, BuildFile.LineOf(package), $"{(string?)package.Attribute("Include")} is not pinned. Write Version=\"[x.y.z]\".");

    private static IEnumerable<Offence> JudgeLocks(BuildFile file) =>
        from property in file.Properties("RestorePackagesWithLockFile")
        select new Offence(file.Path, BuildFile.LineOf(property), "Take it away: the exact pins in Directory.Packages.props lock what is used.");

    private static IEnumerable<Offence> JudgeName(RepositoryFile file) =>
        _unwanted.TryGetValue(file.Name, out string? advice) ? [new Offence(file.Path, 0, advice)] : [];

    [GeneratedRegex(@"^\[[0-9]+\.[0-9]+\.[0-9]+(\.[0-9]+)?(-[0-9A-Za-z.-]+)?\]$")]
    private static partial Regex ExactPin();
}
