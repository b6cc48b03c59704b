namespace KlaviyoLinq.Requests;

/// <summary>A filter in the author's own words; its values are spelled as literals already.</summary>
internal sealed record RawFilter(string Text) : Filter;
