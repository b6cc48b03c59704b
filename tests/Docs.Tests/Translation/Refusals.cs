using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Refusals
{
    internal static TranslationSection Section(string email, string id, DateTimeOffset since)
    {
        string[] emails = [email];
        string?[] hole = [email, null];
        string[] thousands = [.. Enumerable.Range(0, 2000).Select(n => $"01J{n:000000}")];
        DateTime unspecified = new(2026, 7, 1);
        return new(
            "What is refused",
            "Before anything is sent, with every reason at once. Each code has a page that says what can be written instead.",
            [
                Refused(klaviyo => klaviyo.Profiles.Skip(100), FindingCode.OperatorNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.GroupBy(p => p.Locale), FindingCode.OperatorNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.Take(10).Where(p => p.Email == email), FindingCode.OperatorOutOfOrder),
                Refused(klaviyo => klaviyo.FlowActions, FindingCode.CollectionMissing),
                RefusedEnd(klaviyo => klaviyo.Profiles.FindAsync(".."), FindingCode.IdNotSendable),
                Refused(klaviyo => klaviyo.Lists.Where(l => l.Name == "VIP").SelectMany(l => l.Profiles), FindingCode.SelectManyNotTranslatable),
                Refused(klaviyo => klaviyo.Tags[id].Lists, FindingCode.IdentifiersOnly),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.FirstName == "Jane"), FindingCode.FieldNotFilterable),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created >= since), FindingCode.OperatorNotListed),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email!.Length > 3), FindingCode.PredicateNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email == email || p.ExternalId == "7"), FindingCode.DisjunctionNotSupported),
                Refused(klaviyo => klaviyo.Flows.Where(f => f.Status != "live"), FindingCode.NegationNotSupported),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email != null), FindingCode.NullNotSupported),
                Refused(klaviyo => klaviyo.Campaigns.Where(c => c.Archived), FindingCode.RequiredFilterMissing),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email!.ToLower() == email), FindingCode.IgnoringCaseNotSupported),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created == p.Updated), FindingCode.FieldsCompared),
                Refused(klaviyo => klaviyo.Events.Where(e => e.MetricId == "a" || e.MetricId == "b" || e.MetricId == "c").AllowFanOut(2), FindingCode.FanOutTooWide),
                Refused(klaviyo => klaviyo.Profiles.Where(p => thousands.Contains(p.Id)), FindingCode.RequestTooLong),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created > unspecified), FindingCode.UnspecifiedDateTime),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email == "a\ud800"), FindingCode.LoneSurrogate),
                Refused(klaviyo => klaviyo.Profiles.Where(p => hole.Contains(p.Email)), FindingCode.NullInList),
                Refused(klaviyo => klaviyo.Profiles.OrderBy(p => p.FirstName), FindingCode.FieldNotSortable),
                Refused(klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).ThenBy(p => p.Email), FindingCode.SecondSortKey),
                Refused(klaviyo => klaviyo.Profiles.Include(p => p.Lists), FindingCode.RelationshipNotIncludable),
                Refused(klaviyo => klaviyo.Events.Include(e => e.Profile).ThenInclude(p => p.Lists), FindingCode.NestedInclude),
                Refused(klaviyo => klaviyo.Profiles.AdditionalFields(p => p.Email), FindingCode.AdditionalFieldNotListed),
                Refused(klaviyo => klaviyo.Profiles.Select(p => p.JoinedGroupAt), FindingCode.AttributeNotReturned),
                Refused(klaviyo => klaviyo.Profiles.Select(p => p.Kx), FindingCode.FilterOnlyMemberRead),
                Refused(klaviyo => klaviyo.Profiles.PageSize(1000), FindingCode.PageSizeOutOfRange),
                Refused(klaviyo => klaviyo.Metrics.PageSize(10), FindingCode.PageSizeNotSupported),
                RefusedEnd(klaviyo => klaviyo.Profiles.LastAsync(), FindingCode.OperatorNotTranslatable),
            ]);
    }
}
