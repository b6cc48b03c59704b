using KlaviyoLinq.Paging;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Order of the rows that several sorted requests return together.</summary>
/// <param name="sort">The key that every request sorts by.</param>
/// <param name="nullsFirst">Whether rows without the key come before all others, in the direction of the sort.</param>
internal sealed class MergeOrder(SortKey sort, bool nullsFirst)
{
    internal bool NullsFirst => nullsFirst;

    /// <summary>
    /// Returns the request whose current row comes first; null when all have ended. Of equal rows the one of the earlier request is taken. A row whose key
    /// cannot be read comes at once: taken for a row without a key, it would hold up the rows after it.
    /// </summary>
    internal MergeBranch? First(IReadOnlyList<MergeBranch> open)
    {
        if (open.FirstOrDefault(branch => branch is { HasCurrent: true, IsUnplaced: true }) is { } unplaced)
            return unplaced;
        MergeBranch? first = null;
        foreach (MergeBranch branch in open)
            if (branch.HasCurrent && (first is null || Compare(branch.Key, first.Key) < 0))
                first = branch;
        return first;
    }

    private int Compare(object? left, object? right)
    {
        if (left is null || right is null)
            return left is null == right is null ? 0 : left is null == nullsFirst ? -1 : 1;
        int order = SortKeys.Compare(left, right);
        return sort.Descending ? -order : order;
    }
}
