using System.Text;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writes the list of the model's public types and members, so that a change of them is seen as a change of one file. PublicApiAnalyzers keeps the
/// lists of what is written by hand; for thousands of generated members it costs more than the compiler.
/// </summary>
internal static class ModelApiWriter
{
    internal const string Path = "spec/model-api.txt";

    /// <param name="sources">The generated files of the model.</param>
    internal static string Write(IEnumerable<string> sources)
    {
        var types = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string source in sources)
            Read(source, types);
        var list = new StringBuilder();
        foreach (List<string> members in types.Values)
        {
            list.Append(members[0]).Append('\n');
            foreach (string member in members.Skip(1).Order(StringComparer.Ordinal))
                list.Append("  ").Append(member).Append('\n');
        }

        return list.ToString();
    }

    private static void Read(string source, SortedDictionary<string, List<string>> types)
    {
        string space = "";
        List<string> members = [];
        foreach (string line in source.Split('\n'))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
                space = line["namespace ".Length..^1];
            else if (line.StartsWith("public ", StringComparison.Ordinal))
                types.Add(Name(line), members = [line["public ".Length..].Replace($" {Name(line)} : ", $" {space}.{Name(line)} : ", StringComparison.Ordinal)]);
            else if (line.StartsWith("    public ", StringComparison.Ordinal))
                members.Add(Declaration(line["    public ".Length..]));
        }
    }

    /// <summary>The name in <c>public sealed class Name : Base</c>.</summary>
    private static string Name(string type)
    {
        string head = type[..type.IndexOf(" : ", StringComparison.Ordinal)];
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    /// <summary>The declaration without its body and its first value.</summary>
    private static string Declaration(string member)
    {
        int end = member.IndexOf(" =", StringComparison.Ordinal);
        int accessors = member.IndexOf(" { ", StringComparison.Ordinal);
        if (accessors > 0 && member.Contains("set =>", StringComparison.Ordinal))
            return member[..accessors] + (member.Contains("get =>", StringComparison.Ordinal) ? " { get; set; }" : " { set; }");
        return end < 0 ? member : member[..end];
    }
}
