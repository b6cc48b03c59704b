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
            "Refused queries",
            "Refused before anything is sent, with all reasons together. The page of each code says what to write instead.",
            [
                Refused(klaviyo => klaviyo.Profiles.Skip(100), KlaviyoFindingCode.OperatorNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.GroupBy(p => p.Locale), KlaviyoFindingCode.OperatorNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.Take(10).Where(p => p.Email == email), KlaviyoFindingCode.OperatorOutOfOrder),
                Refused(klaviyo => klaviyo.FlowActions, KlaviyoFindingCode.CollectionMissing),
                RefusedEnd(klaviyo => klaviyo.Profiles.FindAsync(".."), KlaviyoFindingCode.IdNotSendable),
                Refused(klaviyo => klaviyo.Lists.Where(l => l.Name == "VIP").SelectMany(l => l.Profiles), KlaviyoFindingCode.SelectManyNotTranslatable),
                Refused(klaviyo => klaviyo.Tags[id].Lists, KlaviyoFindingCode.IdentifiersOnly),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.FirstName == "Jane"), KlaviyoFindingCode.FieldNotFilterable),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created >= since), KlaviyoFindingCode.OperatorNotListed),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email!.Length > 3), KlaviyoFindingCode.PredicateNotTranslatable),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email == email || p.ExternalId == "7"), KlaviyoFindingCode.DisjunctionNotSupported),
                Refused(klaviyo => klaviyo.Flows.Where(f => f.Status != "live"), KlaviyoFindingCode.NegationNotSupported),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email != null), KlaviyoFindingCode.NullNotSupported),
                Refused(klaviyo => klaviyo.Campaigns.Where(c => c.Archived), KlaviyoFindingCode.RequiredFilterMissing),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email!.ToLower() == email), KlaviyoFindingCode.IgnoringCaseNotSupported),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created == p.Updated), KlaviyoFindingCode.FieldsCompared),
                Refused(
                    klaviyo => klaviyo.Events.Where(e => e.MetricId == "a" || e.MetricId == "b" || e.MetricId == "c").AllowFanOut(2),
                    KlaviyoFindingCode.FanOutTooWide),
                Refused(klaviyo => klaviyo.Profiles.Where(p => thousands.Contains(p.Id)), KlaviyoFindingCode.RequestTooLong),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Created > unspecified), KlaviyoFindingCode.UnspecifiedDateTime),
                Refused(klaviyo => klaviyo.Profiles.Where(p => p.Email == "a\ud800"), KlaviyoFindingCode.LoneSurrogate),
                Refused(klaviyo => klaviyo.Profiles.Where(p => hole.Contains(p.Email)), KlaviyoFindingCode.NullInList),
                Refused(klaviyo => klaviyo.Profiles.OrderBy(p => p.FirstName), KlaviyoFindingCode.FieldNotSortable),
                Refused(klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).ThenBy(p => p.Email), KlaviyoFindingCode.SecondSortKey),
                Refused(klaviyo => klaviyo.Profiles.Include(p => p.Lists), KlaviyoFindingCode.RelationshipNotIncludable),
                Refused(klaviyo => klaviyo.Events.Include(e => e.Profile).ThenInclude(p => p.Lists), KlaviyoFindingCode.NestedInclude),
                Refused(klaviyo => klaviyo.Profiles.AdditionalFields(p => p.Email), KlaviyoFindingCode.AdditionalFieldNotListed),
                Refused(klaviyo => klaviyo.Profiles.Select(p => p.JoinedGroupAt), KlaviyoFindingCode.AttributeNotReturned),
                Refused(klaviyo => klaviyo.Profiles.Select(p => p.Kx), KlaviyoFindingCode.FilterOnlyMemberRead),
                Refused(klaviyo => klaviyo.Profiles.PageSize(1000), KlaviyoFindingCode.PageSizeOutOfRange),
                Refused(klaviyo => klaviyo.Metrics.PageSize(10), KlaviyoFindingCode.PageSizeNotSupported),
                RefusedEnd(klaviyo => klaviyo.Profiles.LastAsync(), KlaviyoFindingCode.OperatorNotTranslatable),
            ]);
    }
}
