using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Finds the place within a page again that an earlier run had come to. The page is the same as long as nothing on it came or went; otherwise the last
/// rows before the place tell where it is now.
/// </summary>
internal static class Rejoining
{
    /// <summary>The first position that was not consumed; null when none of the last rows is on the page.</summary>
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
