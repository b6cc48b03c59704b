namespace KlaviyoLinq.Paging;

/// <summary>The uri of a run's pages: always our own, in which nothing but the cursor changes.</summary>
internal sealed class PagedUri
{
    private const string CursorParameter = "page[cursor]";

    private readonly string _beforeCursor;

    internal PagedUri(string uri)
    {
        First = uri;
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            _beforeCursor = uri + '?';
            return;
        }

        string[] parameters = uri[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parameters.FirstOrDefault(IsCursor) is { } cursor)
            FirstCursor = Uri.UnescapeDataString(cursor[(cursor.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        _beforeCursor = uri[..(query + 1)] + string.Concat(parameters.Where(p => !IsCursor(p)).Select(p => p + '&'));
    }

    /// <summary>The first page, as it was given.</summary>
    internal string First { get; }

    /// <summary>The cursor the run starts from; null when it starts at the beginning.</summary>
    internal string? FirstCursor { get; }

    internal string After(string cursor) => _beforeCursor + "page%5Bcursor%5D=" + Uri.EscapeDataString(cursor);

    private static bool IsCursor(string parameter) => Uri.UnescapeDataString(parameter.Split('=')[0]) == CursorParameter;
}
