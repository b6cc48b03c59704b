using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>One list of names from the overrides. A name without a use is stale.</summary>
internal sealed class GivenNames(string section, IReadOnlyList<NameOverride> names)
{
    private readonly Dictionary<string, string> _names = names.ToDictionary(name => name.Of, name => name.Name);
    private readonly HashSet<string> _asked = [];

    internal string? Find(string of)
    {
        if (!_names.TryGetValue(of, out string? name))
            return null;
        _asked.Add(of);
        return name;
    }

    internal void EnsureAllUsed()
    {
        string[] stale = [.. _names.Keys.Except(_asked, StringComparer.Ordinal)];
        if (stale.Length > 0)
            throw new SpecificationException($"Overrides are stale: {section} names {string.Join(", ", stale)}, which is not there.");
    }
}
