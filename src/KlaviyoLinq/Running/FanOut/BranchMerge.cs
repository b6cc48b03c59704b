using System.Runtime.CompilerServices;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>
/// Merges the answers of several requests: every resource once, by its id. With a sort, all requests are read in parallel, and the resource that is
/// next in the order is returned. Without one, pages are returned as they arrive; with a limit, one request is read after the other, so that none is
/// sent needlessly.
/// </summary>
/// <param name="branches">The pages of each request.</param>
/// <param name="start">The position at which each request begins.</param>
/// <param name="canOverlap">Whether two requests can return the same resource.</param>
/// <param name="keyType">The type of the sort key in a mapped class; null for a class of the model.</param>
/// <param name="firstIsNull">Returns whether the first row of all is without the sort key; null where that cannot be requested.</param>
internal sealed class BranchMerge(
    IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, StreamState start, bool canOverlap, WireType? keyType, Func<ValueTask<bool?>> firstIsNull)
{
    internal IAsyncEnumerable<ResourcePage> Merge(SortKey? sort, bool isLimited, CancellationToken cancellationToken) =>
        sort is { } key ? InOrderAsync(key, cancellationToken)
        : isLimited ? UnionAsync(InSequenceAsync(cancellationToken), cancellationToken)
        : UnionAsync(new ConcurrentBranches(branches).PagesAsync(cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BranchPage> InSequenceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int branch = 0; branch < branches.Count; branch++)
            await foreach (ResourcePage page in branches[branch].WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return new BranchPage(branch, page);
    }

    private async IAsyncEnumerable<ResourcePage> UnionAsync(IAsyncEnumerable<BranchPage> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SeenIds? seen = Seen();
        BranchPlace[] places = [.. start.Positions.Select(position => new BranchPlace(position, null, 0))];
        await foreach ((int branch, ResourcePage page) in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            places[branch] = new BranchPlace(start.Positions[branch], page.Mark, 0);
            int before = seen?.Count ?? 0;
            int[] kept = [.. Enumerable.Range(0, page.Resources.Count).Where(i => seen is null || seen.Add(page.Resources[i].Id))];
            MergeMark mark = new([.. places], branch, kept, page.Resources.Count, seen, before);
            places[branch] = places[branch] with { Count = page.Resources.Count };
            yield return page.Marked([.. kept.Select(i => page.Resources[i])], mark);
        }
    }

    private async IAsyncEnumerable<ResourcePage> InOrderAsync(SortKey sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SeenIds? seen = Seen();
        MergeKeys keys = new(sort.Field, keyType);
        List<MergeBranch> open = [];
        try
        {
            for (int branch = 0; branch < branches.Count; branch++)
            {
                MergeBranch started = new(branches[branch], start.Positions[branch], keys, cancellationToken);
                open.Add(started);
                await started.AdvanceAsync().ConfigureAwait(false);
            }

            MergeOrder order = new(sort, start.NullsFirst ?? await NullPlacement.FindAsync(open, sort, keys, firstIsNull).ConfigureAwait(false));
            object? key = null;
            bool isFirst = true;
            while (order.First(open) is { } first)
            {
                // A resource has one key, so resources before the current key need not be remembered. This does not hold for texts, which Klaviyo orders by
                // rules of its own, and in mapped classes any key can be a text.
                if (seen is not null
                    && !first.IsUnplaced
                    && !isFirst
                    && !Equals(key, first.Key)
                    && (first is { Key: not string, Current: not UnknownResource } || sort.Field == "id"))
                    seen = seen.Forget();
                if (!first.IsUnplaced)
                    (key, isFirst) = (first.Key, false);
                KlaviyoResource resource = first.Current;
                MergeMark mark = new([.. open.Select(branch => branch.Place)], open.IndexOf(first), [0], 1, seen, seen?.Count ?? 0)
                {
                    NullsFirst = order.NullsFirst,
                };
                if (seen is null || seen.Add(resource.Id))
                    yield return new ResourcePage([resource], [], null)
                    {
                        Mark = mark,
                        Revision = first.Page.Revision,
                        Account = first.Page.Account,
                        Failed = first.Page.Failed,
                    };
                if (first.IsUnplaced)
                    seen?.Keep(resource.Id);
                await first.AdvanceAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (MergeBranch branch in open)
                await branch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SeenIds? Seen() => canOverlap ? new SeenIds(start.Seen) : null;
}
