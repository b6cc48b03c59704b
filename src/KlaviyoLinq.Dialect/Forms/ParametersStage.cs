namespace KlaviyoLinq.Forms;

/// <summary>Query parameters outside the JSON:API families, as <c>For(timeframe, groupBy, statistics)</c> sets them.</summary>
internal sealed class ParametersStage(IReadOnlyList<ParameterTerm> parameters, Site site) : Stage(site)
{
    internal IReadOnlyList<ParameterTerm> Parameters { get; } = parameters;
}
