using System.Reflection;
using System.Text.RegularExpressions;
using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>
/// <c>#r "nuget: KlaviyoLinq, 0.1.0"</c>, by which a kernel fetches packages. Here they are the projects and packages that this tool refers to, so
/// nothing is fetched; what it does not refer to, or in another version, is refused instead of silently being something else.
/// </summary>
internal static partial class PackageDirectives
{
    private static readonly string[] _packages = ["KlaviyoLinq", "KlaviyoLinq.Emulator", "KlaviyoLinq.Testing", "ScottPlot"];

    /// <summary>The code without its package directives. Lines keep their numbers.</summary>
    /// <exception cref="NotebookException">A package is none of ours, or has another version.</exception>
    internal static string Resolve(string source) => Directive().Replace(source, directive =>
    {
        (string package, string version) = (directive.Groups["package"].Value, directive.Groups["version"].Value);
        if (!_packages.Contains(package, StringComparer.OrdinalIgnoreCase))
            throw new NotebookException($"{package} is none of the packages that notebooks are run with: {string.Join(", ", _packages)}.");
        string known = Assembly.Load(package).GetName().Version!.ToString(3);
        return version.Length == 0 || version == known
            ? "// " + directive.Value
            : throw new NotebookException($"{package} is run here in version {known}, not {version}.");
    });

    [GeneratedRegex(
        """^[ \t]*#r[ \t]+"nuget:[ \t]*(?<package>[^",\s]+)[ \t]*(,[ \t]*(?<version>[^"\s]+)[ \t]*)?"[ \t]*\r?$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
