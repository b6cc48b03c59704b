namespace KlaviyoLinq.Paging;

/// <summary>Addresses of a run's pages. They are written here, never taken from an answer; only the cursor changes.</summary>
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

    /// <summary>The address of the first page, as it was given.</summary>
    internal string First { get; }

    /// <summary>The cursor from which the run starts; null for the beginning.</summary>
    internal string? FirstCursor { get; }

    internal string After(string cursor) => _beforeCursor + "page%5Bcursor%5D=" + Uri.EscapeDataString(cursor);

    private static bool IsCursor(string parameter) => Uri.UnescapeDataString(parameter.Split('=')[0]) == CursorParameter;
}
