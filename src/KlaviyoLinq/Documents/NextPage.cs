namespace KlaviyoLinq.Documents;

/// <summary>Link to the next page. Only the cursor is used; the rest is validated.</summary>
/// <param name="Cursor">The value of <c>page[cursor]</c>.</param>
/// <param name="Origin">Scheme, host and port; null where the link names none.</param>
/// <param name="Path">The path, with its percent-encoding undone and without a slash at its end; may be empty.</param>
internal sealed record NextPage(string Cursor, string? Origin, string Path);
