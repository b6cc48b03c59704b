using System.Collections.Concurrent;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>
/// Catalogue of one revision, read from its table entry by entry. The table of an older revision holds the differences from the next newer one
/// (<c>-O</c> and <c>-R</c> name operations and types that it lacks); all other facts are the newer catalogue's own objects.
/// </summary>
internal sealed class TableCatalogue : KlaviyoCatalogue
{
    private const int CollectionRoute = 3;
    private const int SingleRoute = 4;

    private readonly TableCatalogue? _newer;
    private readonly ConcurrentDictionary<string, ReadFacts> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResourceFacts> _resources = new(StringComparer.Ordinal);
    private readonly WritesTable? _writes;
    private FactsText? _text;

    internal TableCatalogue(string revision, TableCatalogue? newer)
    {
        Revision = revision;
        _newer = newer;
        _writes = newer is null ? new WritesTable(revision) : null;
        Reads = new LazyList<ReadFacts>(() => [.. Keys("O").Select(path => FindRead(path)!)]);
        Operations = new LazyList<OperationFacts>(() => [.. Reads, .. _writes?.All ?? []]);
        Resources = new LazyList<ResourceFacts>(() => [.. Keys("R").Select(type => FindResource(type)!)]);
    }

    public override string Revision { get; }

    internal override IReadOnlyList<ResourceFacts> Resources { get; }

    internal override IReadOnlyList<ReadFacts> Reads { get; }

    internal override IReadOnlyList<OperationFacts> Operations { get; }

    private FactsText Text => _text ??= FactsText.Open(Revision);

    internal override ResourceFacts? FindResource(string type) => Find(_resources, type, ReadResource);

    internal override ReadFacts? FindRead(string path) => Find(_operations, path, ReadOperation);

    internal override OperationFacts? FindOperation(string method, string path) => method == "GET" ? FindRead(path) : _writes?.Find(method + " " + path);

    internal override ReadFacts? FindCollection(string type) => FindRoute(type, CollectionRoute) is { } path ? FindRead(path) : null;

    internal override ReadFacts? FindSingle(string type) => FindRoute(type, SingleRoute) is { } path ? FindRead(path) : null;

    internal override WriteFacts? FindWrite(string resourceType, WriteFamily family)
    {
        foreach (OperationFacts operation in _writes?.All ?? [])
            if (operation is WriteFacts { IsClient: false } write && write.Family == family
                && (write.ResourceType ?? FindRead(write.Path)?.ResourceType) == resourceType)
                return write;
        return null;
    }

    /// <summary>Reads each entry once. A miss is not kept: the keys may come from a user.</summary>
    private static T? Find<T>(ConcurrentDictionary<string, T> known, string key, Func<string, T?> read)
        where T : class =>
        known.TryGetValue(key, out T? facts) ? facts : read(key) is { } found ? known.GetOrAdd(key, found) : null;

    private ReadFacts? ReadOperation(string path) =>
        Text.Find("O", path) is { } line ? OperationLine.Read(line, Text)
        : Text.Has("-O", path) ? null
        : _newer?.FindRead(path);

    private ResourceFacts? ReadResource(string type) =>
        Text.Find("R", type) is { } line ? MemberLine.ReadResource(line, () => Members("R", type)!)
        : Text.Has("-R", type) ? null
        : _newer?.FindResource(type);

    private string? FindRoute(string type, int cell) =>
        Text.Find("R", type) is { } line ? line[cell] is { Length: > 0 } path ? path : null
        : Text.Has("-R", type) ? null
        : _newer?.FindRoute(type, cell);

    private AttributeFacts[]? FindComponent(string name) => Members("C", name) ?? _newer?.FindComponent(name);

    private AttributeFacts[]? Members(string kind, string key)
    {
        if (Text.FindMembers(kind, key) is not { } lines)
            return null;
        var members = new AttributeFacts[lines.Count];
        for (int index = 0; index < members.Length; index++)
            members[index] = MemberLine.Read(lines[index], FindComponent);
        return members;
    }

    private IEnumerable<string> Keys(string kind) => _newer is null
        ? Text.Keys(kind)
        : _newer.Keys(kind).Except(Text.Keys("-" + kind)).Union(Text.Keys(kind)).OrderBy(key => key, StringComparer.Ordinal);
}
