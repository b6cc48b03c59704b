namespace KlaviyoLinq.Forms;

/// <summary><c>Distinct()</c> and <c>DistinctBy(key)</c>.</summary>
internal sealed class DistinctStage(bool keepsIdentity, Site site) : Stage(site)
{
    /// <summary>Whether two resources can never give equal rows (or keys), because the id is a part of each.</summary>
    internal bool KeepsIdentity { get; } = keepsIdentity;
}
