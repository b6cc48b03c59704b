namespace KlaviyoLinq.Forms;

/// <summary><c>OrderBy</c>, <c>OrderByDescending</c> and their <c>ThenBy</c> forms.</summary>
internal sealed class OrderByStage(Term key, bool descending, Site site) : Stage(site)
{
    internal Term Key { get; } = key;

    internal bool Descending { get; } = descending;
}
