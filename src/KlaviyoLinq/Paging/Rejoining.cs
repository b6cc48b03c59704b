using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Finds the position within a page that an earlier run had reached. The page is unchanged unless rows were added or removed; then the last rows
/// before the position show where it is now.
/// </summary>
internal static class Rejoining
{
    /// <summary>Returns the first index that was not consumed; null when none of the last rows is on the page.</summary>
    internal static int? Find(StreamPosition at, ulong[] ids)
    {
        if (at.Index == 0)
            return 0;
        if (at.Index <= ids.Length && at.LastIds.Count > 0 && ids[at.Index - 1] == at.LastIds[^1])
            return at.Index;
        for (int i = at.LastIds.Count - 1; i >= 0; i--)
            if (Array.LastIndexOf(ids, at.LastIds[i]) is >= 0 and int found)
                return found + 1;
        return null;
    }
}
