namespace KlaviyoLinq.Forms;

/// <summary>One operator of a query, as it was written. A closed union: its cases are the classes below.</summary>
internal abstract class Stage
{
    private protected Stage(Site site) => Site = site;

    internal Site Site { get; }
}

/// <summary><c>Where(predicate)</c>.</summary>
internal sealed class WhereStage(Term predicate, Site site) : Stage(site)
{
    internal Term Predicate { get; } = predicate;
}

/// <summary><c>WhereUnchecked($"…")</c>: a filter in the filter language itself, with values that are written as literals.</summary>
/// <param name="format">The text with <c>{0}</c>, <c>{1}</c> … in the places of the values.</param>
/// <param name="values">The values.</param>
/// <param name="site">The operator's place in the source.</param>
internal sealed class RawStage(string format, IReadOnlyList<ValueTerm> values, Site site) : Stage(site)
{
    internal string Format { get; } = format;

    internal IReadOnlyList<ValueTerm> Values { get; } = values;
}

/// <summary><c>OrderBy</c>, <c>OrderByDescending</c> and their <c>ThenBy</c> forms.</summary>
internal sealed class OrderByStage(Term key, bool descending, Site site) : Stage(site)
{
    internal Term Key { get; } = key;

    internal bool Descending { get; } = descending;
}

/// <summary><c>OrderByDistance(latitude, longitude)</c>.</summary>
internal sealed class DistanceStage(ValueTerm latitude, ValueTerm longitude, Site site) : Stage(site)
{
    internal ValueTerm Latitude { get; } = latitude;

    internal ValueTerm Longitude { get; } = longitude;
}

/// <summary><c>Reverse()</c>, and the reversal that <c>LastAsync</c> makes before it takes the first row.</summary>
internal sealed class ReverseStage(Site site) : Stage(site);

/// <summary>
/// <c>Select</c>: the members of the resource that the projection reads. An empty path among them stands for the whole resource.
/// </summary>
internal sealed class SelectStage(IReadOnlyList<MemberTerm> reads, Site site) : Stage(site)
{
    internal IReadOnlyList<MemberTerm> Reads { get; } = reads;

    /// <summary>Members of the resource before a <c>SelectMany</c> that the projection reads, as C#.</summary>
    internal IReadOnlyList<Fragment> OuterReads { get; init; } = [];
}

/// <summary>
/// <c>SelectMany(collection)</c>, or the second <c>from</c> of a query expression. The paths of the stages after it start at the collection's elements.
/// </summary>
internal sealed class SelectManyStage(Term collection, Site site) : Stage(site)
{
    internal Term Collection { get; } = collection;
}

/// <summary><c>Include(navigation)</c>.</summary>
internal sealed class IncludeStage(Term navigation, Site site) : Stage(site)
{
    internal Term Navigation { get; } = navigation;
}

/// <summary><c>AdditionalFields(member)</c>: requests an attribute that Klaviyo sends only on request.</summary>
internal sealed class AdditionalFieldsStage(Term member, Site site) : Stage(site)
{
    internal Term Member { get; } = member;
}

/// <summary><c>Distinct()</c> and <c>DistinctBy(key)</c>.</summary>
internal sealed class DistinctStage(bool keepsIdentity, Site site) : Stage(site)
{
    /// <summary>Indicates whether two resources can never give equal rows (or keys), because each holds its resource's id.</summary>
    internal bool KeepsIdentity { get; } = keepsIdentity;
}

/// <summary><c>Take(count)</c>.</summary>
internal sealed class TakeStage(ValueTerm count, Site site) : Stage(site)
{
    internal ValueTerm Count { get; } = count;
}

/// <summary><c>Skip(count)</c>, and the skip of <c>ElementAt(index)</c>.</summary>
internal sealed class SkipStage(ValueTerm count, Site site) : Stage(site)
{
    internal ValueTerm Count { get; } = count;
}

/// <summary><c>ResumeFrom(checkpoint)</c>: resumes after the last row of an earlier run. The run reads the checkpoint; the judge does not need it.</summary>
internal sealed class ResumeStage(Site site) : Stage(site);

/// <summary><c>PageSize(size)</c>: the number of resources on one page.</summary>
internal sealed class PageSizeStage(ValueTerm size, Site site) : Stage(site)
{
    internal ValueTerm Size { get; } = size;

    /// <summary>Indicates the context's default size. A query is not refused when its endpoint does not accept the default.</summary>
    internal bool IsDefault { get; init; }
}

/// <summary><c>AllowFanOut(maxRequests)</c>: permits several requests for one query.</summary>
internal sealed class FanOutStage(ValueTerm maximum, Site site) : Stage(site)
{
    internal ValueTerm Maximum { get; } = maximum;
}

/// <summary>Query parameters outside the JSON:API families, as <c>For(timeframe, groupBy, statistics)</c> sets them.</summary>
internal sealed class ParametersStage(IReadOnlyList<ParameterTerm> parameters, Site site) : Stage(site)
{
    internal IReadOnlyList<ParameterTerm> Parameters { get; } = parameters;
}

/// <summary>An operator that the witness cannot read: <c>GroupBy</c>, <c>Zip</c> …</summary>
/// <param name="site">The operator's place in the source.</param>
/// <param name="what">A description, where the name alone would mislead: <c>Where with an index</c>.</param>
internal sealed class UnknownStage(Site site, string? what = null) : Stage(site)
{
    internal string What { get; } = what ?? site.Operator;
}
