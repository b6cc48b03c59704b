using System.Collections.Frozen;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>The operators by their wire names.</summary>
internal static class Operators
{
    private static readonly FrozenDictionary<string, FilterOperator> _byName =
        Enum.GetValues<FilterOperator>().ToFrozenDictionary(o => o.WireName(), StringComparer.Ordinal);

    internal static FilterOperator? Named(string wireName) => _byName.TryGetValue(wireName, out FilterOperator found) ? found : null;
}
