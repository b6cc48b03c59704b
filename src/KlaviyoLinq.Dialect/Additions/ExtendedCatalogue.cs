using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Additions;

/// <summary>Catalogue that extends the API's with resources of the user. Added facts replace known ones.</summary>
internal sealed class ExtendedCatalogue(KlaviyoCatalogue known, IReadOnlyList<ResourceFacts> resources, IReadOnlyList<OperationFacts> operations) : KlaviyoCatalogue
{
    public override string Revision => known.Revision;

    internal override IReadOnlyList<ResourceFacts> Resources { get; } =
        [.. known.Resources.Where(facts => !resources.Any(added => added.Type == facts.Type)).Concat(resources).OrderBy(facts => facts.Type, StringComparer.Ordinal)];

    internal override IReadOnlyList<OperationFacts> Operations { get; } =
        [.. known.Operations.Where(facts => !operations.Any(added => added.Path == facts.Path)).Concat(operations).OrderBy(facts => facts.Path, StringComparer.Ordinal)];

    internal override IReadOnlyList<EndpointFacts> Endpoints => [.. Operations, .. known.Endpoints.Where(facts => facts is not OperationFacts)];

    internal override ResourceFacts? FindResource(string type) => resources.FirstOrDefault(facts => facts.Type == type) ?? known.FindResource(type);

    internal override OperationFacts? FindOperation(string path) => operations.FirstOrDefault(facts => facts.Path == path) ?? known.FindOperation(path);

    internal override EndpointFacts? FindEndpoint(string method, string path) => method == "GET" ? FindOperation(path) : known.FindEndpoint(method, path);

    internal override OperationFacts? FindCollection(string type) =>
        operations.FirstOrDefault(facts => facts.ResourceType == type && facts.Shape == OperationShape.Collection) ?? known.FindCollection(type);

    internal override OperationFacts? FindSingle(string type) =>
        operations.FirstOrDefault(facts => facts.ResourceType == type && facts.Shape == OperationShape.Single) ?? known.FindSingle(type);
}
