using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Writing;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>C# that reaches each operation: a set, a reference by id, or what is related to one.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Route> _routes = [];
    private readonly Dictionary<string, string> _sets;

    internal Routes(KlaviyoSpec spec, OverridesFile overrides, ApiModel model)
    {
        var given = new GivenNames("setNames", overrides.SetNames);
        _sets = spec.Operations.Where(ContextSetsWriter.IsSingle)
            .ToDictionary(single => single.ResourceType, single => "klaviyo." + ContextSetsWriter.Name(single, given));
        foreach (OperationSpec operation in spec.Operations)
            if (Code(operation) is { } code)
                _routes.Add(operation.Path, new Route(operation, model.Resource(operation.ResourceType), code));
    }

    internal Route? Of(OperationSpec operation) => _routes.GetValueOrDefault(operation.Path);

    private string? Code(OperationSpec operation)
    {
        if (operation.Path.StartsWith("/client/", StringComparison.Ordinal))
            return "client." + PascalCase.Of(operation.Path.Split('/')[2]) + (operation.Collection ? "" : "[id]");
        if (!_sets.TryGetValue(operation.ParentType ?? operation.ResourceType, out string? set))
            return null;
        if (operation.ParentType is not null)
            return $"{set}[id].{PascalCase.Of(operation.Relationship!)}";
        return ContextSetsWriter.IsSingle(operation) ? $"{set}[id]" : set;
    }
}
