using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>Knows for each operation the C# that reaches it, as long as there is one.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Route> _routes;

    internal Routes(KlaviyoSpec spec, OverridesFile overrides, ApiModel model)
    {
        var given = new GivenNames("setNames", overrides.SetNames);
        _routes = ContextSetsWriter.Roots(spec)
            .Select(root => new Route(root, model.Resource(root.ResourceType), "klaviyo." + ContextSetsWriter.Name(root, given)))
            .ToDictionary(route => route.Operation.Id);
    }

    internal IEnumerable<Route> All => _routes.Values;

    internal Route? Of(OperationSpec operation) => _routes.GetValueOrDefault(operation.Id);
}
