namespace KlaviyoLinq.Checkpoints;

/// <summary>Where a run stands before, within and behind a page.</summary>
internal abstract class PageMark
{
    /// <param name="count">How many of the page's rows were consumed.</param>
    internal abstract StreamState After(int count);
}
