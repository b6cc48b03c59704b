using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Position of one of several requests: a number of rows of a page, or its beginning.</summary>
internal readonly record struct BranchPlace(StreamPosition Start, PageMark? Page, int Count)
{
    internal StreamPosition After(int more) => Page is null ? Start : Page.After(Count + more).Positions[0];
}
