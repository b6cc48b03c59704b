using System.Reflection;
using System.Text.RegularExpressions;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests.Checks;

/// <summary>
/// Types and members that pages name in backticks are there: <c>KlaviyoOptions.Retry</c> is a member of a type of ours, and every other word that
/// looks like a name of C# stands somewhere in the code, or is the framework's or re-linq's.
/// </summary>
internal sealed partial class NameCheck
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly string[] _others = ["System.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "Remotion."];

    private readonly ILookup<string, Type> _types;
    private readonly HashSet<string> _words;

    /// <param name="assemblies">Those whose types have to have the members that pages name.</param>
    /// <param name="sources">The texts of the code.</param>
    /// <param name="files">The paths of all files: a folder or a project is a name, too.</param>
    internal NameCheck(IEnumerable<Assembly> assemblies, IEnumerable<string> sources, IEnumerable<string> files)
    {
        _types = assemblies.SelectMany(assembly => assembly.GetTypes()).ToLookup(type => type.Name.Split('`')[0]);
        _words =
            [
                .. sources.SelectMany(text => Word().Matches(Comment().Replace(text, "")).Select(word => word.Value)),
                .. files.SelectMany(file => file.Split('/', '.')), .. Framework()
            ];
    }

    internal IEnumerable<string> Unknown(Page page) =>
        from span in CodeSpans.Of(page)
        let name = Name().Match(span.Text)
        where name.Success && Complaint(name.Groups["name"].Value.Split('.')) is not null
        select $"{page.Path}:{span.Line}: {Complaint(name.Groups["name"].Value.Split('.'))}";

    private string? Complaint(string[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
            if (!_words.Contains(parts[i]))
                return $"nothing is called {parts[i]}.";
            else if (i > 0 && _types[parts[i - 1]].ToArray() is { Length: > 0 } types && !types.Any(type => Has(type, parts[i])))
                return $"{parts[i - 1]} has no {parts[i]}.";
        return null;
    }

    private static bool Has(Type type, string member) =>
        type.GetMember(member, Everything).Length > 0
        || type.GetInterfaces().Any(face => face.GetMember(member).Length > 0)
        || (type.BaseType is { } parent && Has(parent, member));

    private static IEnumerable<string> Framework() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
        where System.IO.Path.GetFileName(path) is var file && _others.Any(other => file.StartsWith(other, StringComparison.Ordinal))
        from type in Assembly.Load(System.IO.Path.GetFileNameWithoutExtension(path)).GetTypes()
        from name in type.GetMembers(Everything).Select(member => member.Name).Append(type.Name.Split('`')[0]).Append((type.Namespace ?? "").Split('.')[0])
        select name;

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*)(<[\w, ]+>)?(\(.*\))?$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b[A-Za-z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();
}
