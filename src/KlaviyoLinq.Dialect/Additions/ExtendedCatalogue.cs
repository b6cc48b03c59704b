using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Additions;

/// <summary>Catalogue that extends the API's with resources of the user. Added facts replace known ones.</summary>
internal sealed class ExtendedCatalogue(KlaviyoCatalogue known, IReadOnlyList<ResourceFacts> resources, IReadOnlyList<ReadFacts> operations) : KlaviyoCatalogue
{
    public override string Revision => known.Revision;

    internal override IReadOnlyList<ResourceFacts> Resources { get; } =
        [.. known.Resources.Where(facts => !resources.Any(added => added.Type == facts.Type))
            .Concat(resources)
            .OrderBy(facts => facts.Type, StringComparer.Ordinal)];

    internal override IReadOnlyList<ReadFacts> Reads { get; } =
        [.. known.Reads.Where(facts => !operations.Any(added => added.Path == facts.Path))
            .Concat(operations)
            .OrderBy(facts => facts.Path, StringComparer.Ordinal)];

    internal override IReadOnlyList<OperationFacts> Operations => [.. Reads, .. known.Operations.Where(facts => facts is not ReadFacts)];

    internal override ResourceFacts? FindResource(string type) => resources.FirstOrDefault(facts => facts.Type == type) ?? known.FindResource(type);

    internal override ReadFacts? FindRead(string path) => operations.FirstOrDefault(facts => facts.Path == path) ?? known.FindRead(path);

    internal override OperationFacts? FindOperation(string method, string path) => method == "GET" ? FindRead(path) : known.FindOperation(method, path);

    internal override ReadFacts? FindCollection(string type) =>
        operations.FirstOrDefault(facts => facts.ResourceType == type && facts.IsCollection) ?? known.FindCollection(type);

    internal override WriteFacts? FindWrite(string resourceType, WriteFamily family) => known.FindWrite(resourceType, family);

    internal override ReadFacts? FindSingle(string type) =>
        operations.FirstOrDefault(facts => facts.ResourceType == type && !facts.IsCollection) ?? known.FindSingle(type);
}
