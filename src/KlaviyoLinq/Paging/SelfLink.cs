using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Compares <c>links.self</c>, which repeats the address of the request, with the requested page. Only the cursor counts, in any encoding: proxies
/// change hosts, order and encoding.
/// </summary>
internal static class SelfLink
{
    // A cursor can be encoded several times in transit.
    private const int MostEncodings = 3;

    /// <summary>Returns whether the link names another page. A link without a query names none.</summary>
    internal static bool IsOfAnother(string self, string asked)
    {
        List<string> named = NextLink.CursorsOf(self);
        named.RemoveAll(cursor => cursor.Length == 0);
        string? cursor = new PagedUri(asked).FirstCursor;
        if (named.Count == 0)
            return cursor is not null && self.Contains('?', StringComparison.Ordinal) && self.Contains('=', StringComparison.Ordinal);
        return cursor is null || !named.Exists(other => other == cursor || Plain(other) == Plain(cursor));
    }

    // Equal apart from padding, the alphabet of base64, and repeated encoding.
    private static string Plain(string cursor)
    {
        for (int i = 0; i < MostEncodings && cursor.Contains('%', StringComparison.Ordinal); i++)
            cursor = Uri.UnescapeDataString(cursor);
        return cursor.TrimEnd('=').Replace(' ', '+').Replace('-', '+').Replace('_', '/');
    }
}
