using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>
/// Names the open enumerations. The same values are the same enumeration, wherever they are used: it is called after its one member, or after
/// what its members' classes have in common, or as the overrides say.
/// </summary>
internal sealed class EnumNaming
{
    private readonly Dictionary<string, EnumModel> _byValues = [];

    internal EnumNaming(IEnumerable<EnumSite> sites, OverridesFile overrides)
    {
        var given = new GivenNames("enumNames", overrides.EnumNames);
        var unnamed = new List<string>();
        foreach (IGrouping<string, EnumSite> uses in sites.GroupBy(site => site.ValuesKey))
        {
            EnumSite[] ordered = [.. uses.OrderBy(site => site.Key, StringComparer.Ordinal)];
            string? name = ordered.Select(site => given.Find(site.Key)).FirstOrDefault(named => named is not null) ?? Name(ordered);
            if (name is null)
                unnamed.Add($"{ordered[0].Key} ({ordered.Length}: {string.Join(", ", ordered.Select(site => site.Key).Take(6))})");
            else
                _byValues.Add(uses.Key, new EnumModel(name, ordered.All(site => site.InComponent), ordered[0].Values, [.. ordered.Select(site => site.Key)]));
        }

        if (unnamed.Count > 0)
            throw new SpecificationException($"Enumerations without a common name; name them in overrides.json, enumNames:\n  {string.Join("\n  ", unnamed.Order(StringComparer.Ordinal))}");
        given.EnsureAllUsed();
        IGrouping<string, EnumModel>? doubled = _byValues.Values.GroupBy(model => model.Name).FirstOrDefault(group => group.Count() > 1);
        if (doubled is not null)
            throw new SpecificationException($"{doubled.Count()} enumerations would be called {doubled.Key}: {string.Join("; ", doubled.Select(model => string.Join(", ", model.Sites)))}.");
    }

    internal IReadOnlyList<EnumModel> Enums => [.. _byValues.Values.OrderBy(model => model.Name, StringComparer.Ordinal)];

    internal EnumModel? Find(EnumSite site) => _byValues.GetValueOrDefault(site.ValuesKey);

    private static string? Name(EnumSite[] sites)
    {
        if (sites.Select(site => site.DefaultName).Distinct().Count() == 1)
            return sites[0].DefaultName;
        if (sites.Select(site => site.Member).Distinct().Count() > 1)
            return null;
        string[][] words = [.. sites.Select(site => Words.Of(site.Owner).ToArray())];
        int common = 0;
        while (words.All(list => list.Length > common && list[common] == words[0][common]))
            common++;
        return common == 0 ? null : MemberTypeName.Of(string.Concat(words[0].Take(common)), sites[0].Member);
    }
}
