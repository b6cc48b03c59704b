using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class TextsAndLists
{
    internal static TranslationSection Section(string email, string[] emails)
    {
        string[] none = [];
        List<string> ids = ["01JANE", "01JOHN"];
        return new(
            "Strings and lists",
            "Strings are compared by their exact characters. A list may be an array, a `List<T>`, a set or any other enumerable; an empty one (`none`) sends no request and returns no rows.",
            [
                Rows(
                    klaviyo => klaviyo.Tags.Where(t => t.Name.Contains("sale")),
                    """GET /api/tags?filter=contains(name,"sale")&page[size]=50"""),
                Rows(
                    klaviyo => klaviyo.Tags.Where(t => t.Name.StartsWith("Spring")),
                    """GET /api/tags?filter=starts-with(name,"Spring")&page[size]=50"""),
                Rows(
                    klaviyo => klaviyo.Tags.Where(t => t.Name.EndsWith("2026", StringComparison.Ordinal)),
                    """GET /api/tags?filter=ends-with(name,"2026")&page[size]=50"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => emails.Contains(p.Email)),
                    """GET /api/profiles?filter=any(email,["jane@example.com","ada@example.com"])&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => ids.Contains(p.Id)),
                    """GET /api/profiles?filter=any(id,["01JANE","01JOHN"])&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Email == email || p.Email == "ada@example.com"),
                    """GET /api/profiles?filter=any(email,["jane@example.com","ada@example.com"])&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => emails.Any(e => e == p.Email)),
                    """GET /api/profiles?filter=any(email,["jane@example.com","ada@example.com"])&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => ids.Exists(id => id == p.Id)),
                    """GET /api/profiles?filter=any(id,["01JANE","01JOHN"])&page[size]=100"""),
                Rows(klaviyo => klaviyo.Profiles.Where(p => none.Contains(p.Id)), ""),
            ]);
    }
}
