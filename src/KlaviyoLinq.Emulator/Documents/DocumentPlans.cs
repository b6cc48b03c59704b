using System.Collections.Concurrent;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>
/// Makes the plans by which an answer's resources are written, and keeps those of the questions that come again and again: each page of a long answer
/// asks the same.
/// </summary>
internal sealed class DocumentPlans(ResourceStore store, string baseAddress, bool undocumented)
{
    private const int Kept = 256;

    private readonly ConcurrentDictionary<(ReadFacts Operation, string Type, string? Fields, string Additional, string Included), ResourcePlan> _plans = new();

    internal ResourcePlan Whole(
        ReadFacts operation, string type, IReadOnlyList<string>? fields, IReadOnlyList<string> additional, IReadOnlyCollection<string> included)
    {
        var key = (operation, type, fields is null ? null : string.Join(',', fields), string.Join(',', additional), string.Join(',', included));
        if (_plans.TryGetValue(key, out ResourcePlan? plan))
            return plan;
        // There is no end of questions that can be asked; those that are asked again are few.
        if (_plans.Count >= Kept)
            _plans.Clear();
        return _plans.GetOrAdd(key, Make(operation, type, fields, additional, included));
    }

    internal ResourcePlan Identifier(string type) => ResourcePlan.Identifier(store.FindLayout(type)!);

    private ResourcePlan Make(
        ReadFacts operation, string type, IReadOnlyList<string>? fields, IReadOnlyList<string> additional, IReadOnlyCollection<string> included)
    {
        ResourceLayout layout = store.FindLayout(type)!;
        return ResourcePlan.Whole(layout, AttributeSelection.Of(layout, operation, fields, additional), included, baseAddress, undocumented);
    }
}
