using System.Collections.Concurrent;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>Table of the operations of one revision that write, reports included. Opened on first use.</summary>
internal sealed class WritesTable(string revision)
{
    private readonly ConcurrentDictionary<string, OperationFacts> _operations = new(StringComparer.Ordinal);
    private FactsText? _text;

    /// <summary>All operations, in the ordinal order of their methods and paths.</summary>
    internal IEnumerable<OperationFacts> All => Text.Keys("W").Select(key => Find(key)!);

    private FactsText Text => _text ??= FactsText.Open(revision + ".writes");

    /// <summary>
    /// Finds an operation by its method and path (<c>POST /api/lists</c>); null where there is none. A miss is not kept: the key may come from a
    /// user.
    /// </summary>
    internal OperationFacts? Find(string key) =>
        _operations.TryGetValue(key, out OperationFacts? facts) ? facts
        : Text.Find("W", key) is { } line ? _operations.GetOrAdd(key, WriteLine.Read(line, Members("W", key), Members("M", key)))
        : null;

    private LazyList<AttributeFacts> Members(string kind, string key) => new(() => ReadMembers(kind, key) ?? []);

    private AttributeFacts[]? ReadMembers(string kind, string key) =>
        Text.FindMembers(kind, key) is { } lines ? [.. lines.Select(line => MemberLine.Read(line, name => ReadMembers("C", name)))] : null;
}
