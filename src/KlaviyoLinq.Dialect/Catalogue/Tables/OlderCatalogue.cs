namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>
/// The catalogue of an older revision: what its table says, and for the rest the catalogue of the next newer one, whose facts it shares. The table is read
/// when the first fact is asked for.
/// </summary>
internal abstract class OlderCatalogue : KlaviyoCatalogue
{
    private readonly KlaviyoCatalogue _newer;
    private readonly Func<string, AttributeFacts[]?> _newerComponent;
    private readonly Lazy<CatalogueTable> _table;

    private protected OlderCatalogue(string revision, KlaviyoCatalogue newer, Func<string, AttributeFacts[]?> newerComponent)
    {
        Revision = revision;
        _newer = newer;
        _newerComponent = newerComponent;
        _table = new(() => CatalogueTable.Open(revision, FindComponent));
        Operations = new LazyList<OperationFacts>(AllOperations);
        Resources = new LazyList<ResourceFacts>(AllResources);
    }

    public sealed override string Revision { get; }

    internal sealed override IReadOnlyList<ResourceFacts> Resources { get; }

    internal sealed override IReadOnlyList<OperationFacts> Operations { get; }

    internal sealed override ResourceFacts? FindResource(string type) =>
        _table.Value.Resources.TryGetValue(type, out ResourceFacts? facts) ? facts : _newer.FindResource(type);

    internal sealed override OperationFacts? FindOperation(string path) =>
        _table.Value.Operations.TryGetValue(path, out OperationFacts? facts) ? facts : _newer.FindOperation(path);

    internal sealed override OperationFacts? FindCollection(string type) =>
        Operations.FirstOrDefault(facts => facts.ResourceType == type && facts.Shape == OperationShape.Collection && facts.Path.IndexOf('{') < 0);

    internal sealed override OperationFacts? FindSingle(string type) =>
        Operations.FirstOrDefault(facts => facts.ResourceType == type && facts.Shape == OperationShape.Single && facts.Path.EndsWith("}", StringComparison.Ordinal));

    /// <summary>The members of a component, made anew each time; null where there is none of that name.</summary>
    internal AttributeFacts[]? FindComponent(string name) => _table.Value.MakeComponent(name) ?? _newerComponent(name);

    private OperationFacts[] AllOperations() =>
    [
        .. _newer.Operations.Where(facts => !_table.Value.Operations.ContainsKey(facts.Path))
            .Concat(_table.Value.Operations.Values.OfType<OperationFacts>())
            .OrderBy(facts => facts.Path, StringComparer.Ordinal),
    ];

    private ResourceFacts[] AllResources() =>
    [
        .. _newer.Resources.Where(facts => !_table.Value.Resources.ContainsKey(facts.Type))
            .Concat(_table.Value.Resources.Values.OfType<ResourceFacts>())
            .OrderBy(facts => facts.Type, StringComparer.Ordinal),
    ];
}
