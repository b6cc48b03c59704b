namespace KlaviyoLinq.Forms;

/// <summary><c>WhereUnchecked($"…")</c>: a filter in Klaviyo's own words, with values to be spelled as literals.</summary>
/// <param name="format">The text with <c>{0}</c>, <c>{1}</c> … where values go.</param>
/// <param name="values">The values.</param>
/// <param name="site">Where it was written.</param>
internal sealed class RawStage(string format, IReadOnlyList<ValueTerm> values, Site site) : Stage(site)
{
    internal string Format { get; } = format;

    internal IReadOnlyList<ValueTerm> Values { get; } = values;
}
