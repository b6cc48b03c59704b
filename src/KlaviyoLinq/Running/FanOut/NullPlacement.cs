using KlaviyoLinq.Documents;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>
/// Finds out from the rows where Klaviyo sorts rows without the sort key, which is not documented. Where all requests begin with a key, no row
/// without one can come first, and vice versa. Where they begin differently, a first page can show it: by a key after rows without, or by a row
/// without one after keys. Otherwise one more request reads the first row of the filters' common part; where the endpoint does not permit that, the
/// requests are read ahead in turn until one shows it.
/// </summary>
internal static class NullPlacement
{
    /// <summary>Returns whether rows without the key come first.</summary>
    /// <param name="open">The requests, each at its first row.</param>
    /// <param name="sort">The key.</param>
    /// <param name="keys">Reads it.</param>
    /// <param name="ask">Returns whether the first row of all is without the key; null where that cannot be requested.</param>
    internal static async ValueTask<bool> FindAsync(IReadOnlyList<MergeBranch> open, SortKey sort, MergeKeys keys, Func<ValueTask<bool?>> ask)
    {
        MergeBranch[] begun = [.. open.Where(branch => branch is { HasCurrent: true, BeginsWithoutKey: not null })];
        if (begun.Select(branch => branch.BeginsWithoutKey).Distinct().Count() <= 1)
            return begun.Length > 0 && begun[0].BeginsWithoutKey == true;

        return begun.Select(branch => Shown(branch, branch.Page, keys)).FirstOrDefault(shown => shown is not null)
            ?? await ask().ConfigureAwait(false)
            ?? await ReadAheadAsync(begun, sort, keys).ConfigureAwait(false);
    }

    private static async ValueTask<bool> ReadAheadAsync(MergeBranch[] begun, SortKey sort, MergeKeys keys)
    {
        List<MergeBranch> left = [.. begun];
        bool? found = null;
        while (found is null && left.Count > 0)
        {
            for (int i = left.Count - 1; i >= 0 && found is null; i--)
            {
                if (await left[i].LookAheadAsync().ConfigureAwait(false) is { } page)
                    found = Shown(left[i], page, keys);
                else
                    left.RemoveAt(i);
            }
        }

        foreach (MergeBranch branch in begun)
            await branch.ReturnAsync().ConfigureAwait(false);

        // Each request has rows of one kind only, so both orders are possible. A missing key counts as the largest one.
        return found ?? sort.Descending;
    }

    private static bool? Shown(MergeBranch branch, ResourcePage page, MergeKeys keys) =>
        branch.BeginsWithoutKey is { } beginsWithout && keys.Readable(page).Any(key => key is null != beginsWithout) ? beginsWithout : null;
}
