using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Wording;

/// <summary>Writes the names of operations, members and sets for findings.</summary>
internal static class Naming
{
    internal static string Operation(ReadFacts operation) => operation.ToString();

    /// <summary>The member as the author wrote it with its wire name: <c>FirstName (first_name)</c>.</summary>
    internal static string Member(MemberPath path) => $"{path.MemberNames} ({path.WireName()})";

    internal static string Or(IEnumerable<string> names) => string.Join(" or ", names);

    internal static string List(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>The operation as C#: <c>klaviyo.Lists[id].Profiles</c>.</summary>
    internal static string Query(ReadFacts operation)
    {
        string[] segments = operation.Path.Split('/');
        string set = Set(operation);
        return segments.Length switch
        {
            3 => set,
            4 => set + "[id]",
            _ => $"{set}[id].{Pascal(segments[segments.Length - 1])}",
        };
    }

    /// <summary>The set that the operation's path begins with, as C#: <c>klaviyo.Lists</c>, and <c>client.Geofences</c> for the public operations.</summary>
    internal static string Set(ReadFacts operation) => (operation.IsClient ? "client." : "klaviyo.") + Pascal(operation.Path.Split('/')[2]);

    /// <summary>A wire name as the model writes it: <c>flow-actions</c> → <c>FlowActions</c>.</summary>
    internal static string Pascal(string wireName) => string.Concat(wireName.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
