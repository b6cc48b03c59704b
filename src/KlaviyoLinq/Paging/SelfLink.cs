using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Compares <c>links.self</c>, which echoes the request, with the page that was asked for. Only the cursor counts, however it is spelled: hosts, order
/// and encoding change on the way through proxies.
/// </summary>
internal static class SelfLink
{
    // An encoding that was encoded again, and once more.
    private const int MostEncodings = 3;

    /// <summary>Whether the link names another page. A link without a query echoes nothing.</summary>
    internal static bool IsOfAnother(string self, string asked)
    {
        List<string> named = NextLink.CursorsOf(self);
        named.RemoveAll(cursor => cursor.Length == 0);
        string? cursor = new PagedUri(asked).FirstCursor;
        if (named.Count == 0)
            return cursor is not null && self.Contains('?', StringComparison.Ordinal) && self.Contains('=', StringComparison.Ordinal);
        return cursor is null || !named.Exists(other => other == cursor || Plain(other) == Plain(cursor));
    }

    // Padding, both alphabets of base64, and encodings of encodings.
    private static string Plain(string cursor)
    {
        for (int i = 0; i < MostEncodings && cursor.Contains('%', StringComparison.Ordinal); i++)
            cursor = Uri.UnescapeDataString(cursor);
        return cursor.TrimEnd('=').Replace(' ', '+').Replace('-', '+').Replace('_', '/');
    }
}
