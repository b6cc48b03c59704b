using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>How far one of several requests has come: so many rows of a page, or where it began.</summary>
internal readonly record struct BranchPlace(StreamPosition Start, PageMark? Page, int Count)
{
    internal StreamPosition After(int more) => Page is null ? Start : Page.After(Count + more).Positions[0];
}
