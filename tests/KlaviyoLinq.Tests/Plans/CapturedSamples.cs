using CsCheck;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>Values that queries capture, drawn at random from those that matter: null, empty, equal, halved, unspecified, not finite.</summary>
public sealed record CapturedSamples(
    string? Text, string? Other, DateTimeOffset? Since, DateTime At, bool Strict, bool? Maybe, double Number, int Count, string?[]? List,
    List<string> Ids, HashSet<string> Set, string Name,
    CampaignStatus Status, IReadOnlyList<CampaignStatus> Statuses, StringComparison Comparison)
{
    private static readonly string?[] _texts = ["a@example.com", "b@example.com", "quo\"te\\", "ünï\U0001F600", "", ".", "\ud83d", "1,2)", null];

    private static Gen<string?> AnyText => Gen.Int[0, _texts.Length - 1].Select(i => _texts[i]);

    private static Gen<string> SomeText => Gen.Int[0, _texts.Length - 2].Select(i => _texts[i]!);

    internal static Gen<CapturedSamples> Any =>
        from texts in AnyText.Array[2]
        from since in Gen.Int[-3, 40].Select(
            hours =>
                hours < 0
                    ? (DateTimeOffset?)null
                    : new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromMinutes((hours % 5 - 2) * 90)).AddTicks(hours * 36_000_070L))
        from at in Gen.Enum<DateTimeKind>().Select(kind => new DateTime(2026, 3, 1, 12, 30, 15, 120, kind))
        from strict in Gen.Bool
        from maybe in Gen.Int[0, 2].Select(i => i == 0 ? (bool?)null : i == 1)
        from number in Gen.OneOf(Gen.Double[-1e9, 1e9], Gen.Const(double.NaN), Gen.Const(1e-9), Gen.Const(3.0))
        from count in Gen.Int[-1, 3]
        from list in AnyText.Array[0, 3].Select(items => items.Length == 3 && items[0] is null ? null : items)
        from ids in SomeText.Array[0, 4]
        from set in SomeText.Array[0, 2]
        from folds in Gen.Bool
        from name in Gen.Int[0, 2].Select(i => new[] { "email", "id", "created" }[i])
        from status in Gen.Bool.Select(sent => sent ? CampaignStatus.Sent : CampaignStatus.Draft)
        from statuses in Gen.Int[0, 2].Select(n => new[] { CampaignStatus.Sent, CampaignStatus.Draft }.Take(n).ToArray())
        from comparison in Gen.Bool.Select(exact => exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        select new CapturedSamples(
            texts[0], texts[1], since, at, strict, maybe, number, count, list, [.. ids],
            new HashSet<string>(set, folds ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal), name,
            status, statuses, comparison);
}
