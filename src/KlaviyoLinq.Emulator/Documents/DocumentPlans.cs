using System.Collections.Concurrent;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Makes the plans by which an answer's resources are written, and keeps those of the plain questions that come again and again.</summary>
internal sealed class DocumentPlans(ResourceStore store, string baseAddress, bool oddities)
{
    private readonly ConcurrentDictionary<(OperationFacts, string), ResourcePlan> _plain = new();

    internal ResourcePlan Whole(
        OperationFacts operation, string type, IReadOnlyList<string>? fields, IReadOnlyList<string> additional, IReadOnlyCollection<string> included)
    {
        bool plain = fields is null && additional.Count == 0 && included.Count == 0;
        return plain
            ? _plain.GetOrAdd((operation, type), key => Make(key.Item1, key.Item2, null, [], []))
            : Make(operation, type, fields, additional, included);
    }

    internal ResourcePlan Identifier(string type) => ResourcePlan.Identifier(store.FindLayout(type)!);

    private ResourcePlan Make(
        OperationFacts operation, string type, IReadOnlyList<string>? fields, IReadOnlyList<string> additional, IReadOnlyCollection<string> included)
    {
        ResourceLayout layout = store.FindLayout(type)!;
        return ResourcePlan.Whole(layout, AttributeSelection.Of(layout, operation, fields, additional), included, baseAddress, oddities);
    }
}
