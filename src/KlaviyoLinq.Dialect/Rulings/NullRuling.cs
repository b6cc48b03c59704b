using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>Comparisons with null: Klaviyo can ask whether a relationship is there (<c>has</c>), and nothing else.</summary>
internal static class NullRuling
{
    internal static void Apply(RequestDraft draft, MemberPath path, ComparisonKind kind, Site site)
    {
        if (kind == ComparisonKind.NotEqual && FieldResolution.FindPresence(draft, path) is { } filter)
        {
            draft.Filters.Add(new ComparisonFilter(FilterOperator.Has, filter.Field, null));
            return;
        }

        string[] present = [.. draft.Operation.Filters.Where(facts => facts.Lists(FilterOperator.Has)).Select(facts => facts.Field)];
        draft.Refuse(
            FindingCode.NullNotSupported,
            site,
            $"{Naming.Endpoint(draft.Operation)} cannot test {Naming.Member(path)} for null.",
            present.Length == 0
                ? "Test for null in memory: AsAsyncEnumerable().Where(…)."
                : $"Only the presence of {Naming.Or(present)} can be asked for (!= null). Test anything else in memory: AsAsyncEnumerable().Where(…).");
    }
}
