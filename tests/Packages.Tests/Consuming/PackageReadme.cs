using System.Text.RegularExpressions;
using KlaviyoLinq.Packages.Tests.Packing;

namespace KlaviyoLinq.Packages.Tests.Consuming;

/// <summary>The README within a package.</summary>
internal static partial class PackageReadme
{
    internal static string Of(Package package) => package.Text("README.md");

    /// <summary>Its first piece of C#, which is a whole program.</summary>
    internal static string Program(Package package) => CSharp().Match(Of(package)).Groups[1].Value;

    /// <summary>Targets of its links.</summary>
    internal static IEnumerable<string> Links(Package package) => Link().Matches(Of(package)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();
}
