using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>Code inside a predicate that no filter can express, with the way out that fits each kind.</summary>
internal static class OpaqueRuling
{
    internal static Refused Refuse(RequestDraft draft, Term term, Site site)
    {
        OpaqueTerm? opaque = term as OpaqueTerm;
        bool isAboutCase = opaque?.Kind is OpaqueKind.IgnoringCase or OpaqueKind.CaseFolding;
        return draft.Refuse(
            isAboutCase ? KlaviyoFindingCode.IgnoringCaseNotSupported : KlaviyoFindingCode.PredicateNotTranslatable,
            site.At(term.Fragment),
            isAboutCase
                ? $"Klaviyo compares strings by their exact characters, and this is {opaque!.What}."
                : $"A filter cannot evaluate {(opaque is null ? "this" : opaque.What)}.",
            Advice(opaque?.Kind ?? OpaqueKind.Code) + " or filter in memory: AsAsyncEnumerable().Where(…).");
    }

    private static string Advice(OpaqueKind kind) => kind switch
    {
        OpaqueKind.IgnoringCase => "Use == or StringComparison.Ordinal;",
        OpaqueKind.CaseFolding => "Compare the member as it is with every spelling that can occur: spellings.Contains(x.Field), where the field lists 'any';",
        OpaqueKind.StringOrder => "Klaviyo's filters do not order strings: use ==, StartsWith or Contains, where the field lists them;",
        OpaqueKind.DatePart => "Compare the whole date-time with both ends of the span: x.Created >= start && x.Created < end;",
        OpaqueKind.Arithmetic => "Move the arithmetic to the value: x.Created > now.AddDays(-7) rather than x.Created.AddDays(7) > now;",
        OpaqueKind.Joining => "Compare each member with its own value instead of joining them: x.First == first && x.Last == last, where the endpoint filters by both;",
        OpaqueKind.ExclusiveOr => "Write !flag for flag ^ true, and flag for flag ^ false;",
        OpaqueKind.Character => "Compare the beginning with StartsWith(\"…\") or the end with EndsWith(\"…\"), where the field lists them;",
        OpaqueKind.Collection => "Query the related resources first, then the rows by the ids that they return;",
        OpaqueKind.Conversion => "Convert the value instead of the member;",
        OpaqueKind.FreeForm => "Klaviyo does not filter by keys of free-form members: for profiles, define a segment in Klaviyo and query its members;",
        OpaqueKind.SubQuery => "Run the inner query first and use its rows: List<string> ids = await inner.Select(x => x.Id).ToListAsync(), then ids.Contains(x.Id);",
        _ => "Compare a member of the resource with a value, using ==, <, <=, >, >=, Contains, StartsWith, EndsWith or list.Contains, joined by &&;",
    };
}
