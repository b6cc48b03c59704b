using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Folding;

/// <summary>Finds the members whose constants distinguish the alternatives of a union. The document names no discriminator anywhere.</summary>
internal static class Discriminators
{
    private static readonly string[] _usual = ["type", "method", "channel", "field", "operator"];

    /// <summary>The discriminating members, the strongest first, and the pairs of alternatives that cannot be distinguished.</summary>
    internal static (string[] Members, (int Left, int Right)[] Alike) Find(IReadOnlyList<ComponentSpec> alternatives)
    {
        var open = new List<(int Left, int Right)>();
        for (int left = 0; left < alternatives.Count; left++)
            for (int right = left + 1; right < alternatives.Count; right++)
                open.Add((left, right));

        string[] candidates =
        [
            .. alternatives.SelectMany(alternative => alternative.Members).Where(IsConstant).Select(member => member.Name).Distinct(StringComparer.Ordinal)
                .OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal),
        ];
        var chosen = new List<string>();
        while (open.Count > 0)
        {
            string? best = candidates.MaxBy(candidate => open.Count(pair => Distinguishes(candidate, pair)));
            if (best is null || !open.Any(pair => Distinguishes(best, pair)))
                break;
            chosen.Add(best);
            open.RemoveAll(pair => Distinguishes(best, pair));
        }

        return ([.. chosen], [.. open]);

        bool Distinguishes(string member, (int Left, int Right) pair)
        {
            MemberSpec? left = alternatives[pair.Left].Members.FirstOrDefault(candidate => candidate.Name == member);
            MemberSpec? right = alternatives[pair.Right].Members.FirstOrDefault(candidate => candidate.Name == member);
            return left is not null
                && right is not null
                && IsConstant(left)
                && IsConstant(right)
                && !left.Values.Intersect(right.Values, StringComparer.Ordinal).Any();
        }
    }

    private static bool IsConstant(MemberSpec member) =>
        member is { Array: false, Values.Count: > 0, Kind: MemberKind.String or MemberKind.Boolean };

    private static int Rank(string name)
    {
        int rank = Array.IndexOf(_usual, name);
        return rank < 0 ? _usual.Length : rank;
    }
}
