using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Finds which unions belong together, and gives each group its base class.</summary>
internal sealed class UnionClusters
{
    private readonly Dictionary<string, UnionModel> _byComponent = [];

    internal UnionClusters(IReadOnlyList<(string Owner, MemberSpec Member)> members, GivenNames givenNames)
    {
        (string Owner, MemberSpec Member)[] unions = [.. members.Where(site => site.Member.Kind == MemberKind.Union)];
        var groups = new List<HashSet<string>>();
        foreach ((_, MemberSpec union) in unions)
        {
            HashSet<string>[] touched = [.. groups.Where(group => group.Overlaps(union.Alternatives))];
            groups.RemoveAll(touched.Contains);
            groups.Add([.. touched.SelectMany(group => group), .. union.Alternatives]);
        }

        foreach (HashSet<string> group in groups)
            Add(group, [.. unions.Where(site => group.Overlaps(site.Member.Alternatives))], givenNames);
        givenNames.EnsureAllUsed();
        Unions = [.. _byComponent.Values.Distinct().OrderBy(union => union.Name, StringComparer.Ordinal)];
    }

    internal IReadOnlyList<UnionModel> Unions { get; }

    internal UnionModel? Of(string component) => _byComponent.GetValueOrDefault(component);

    internal UnionUse UseOf(MemberSpec member) =>
        _byComponent[member.Alternatives[0]].Uses.First(use => UnionUse.Key(use.Alternatives) == UnionUse.Key(member.Alternatives));

    private void Add(HashSet<string> group, (string Owner, MemberSpec Member)[] sites, GivenNames givenNames)
    {
        string name = sites.Select(site => MemberTypeName.Of(site.Owner, site.Member.Name))
            .OrderBy(candidate => candidate.Length).ThenBy(candidate => candidate, StringComparer.Ordinal).First();
        var union = new UnionModel
        {
            Name = givenNames.Find(name) ?? name,
            Alternatives = [.. group.Order(StringComparer.Ordinal)],
            Uses =
            [
                .. sites.GroupBy(site => UnionUse.Key(site.Member.Alternatives))
                    .Select(use => use.First())
                    .Select(use => new UnionUse("Read" + use.Owner + PascalCase.Of(use.Member.Name), use.Member.Discriminators, use.Member.Alternatives)),
            ],
        };
        foreach (string component in group)
            _byComponent.Add(component, union);
    }
}
