namespace KlaviyoLinq.Checkpoints;

/// <summary>States of a run before, within and after a page.</summary>
internal abstract class PageMark
{
    /// <summary>Returns the state after some rows of the page.</summary>
    /// <param name="count">The number of rows.</param>
    internal abstract StreamState After(int count);
}
