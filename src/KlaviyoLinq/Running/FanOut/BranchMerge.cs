using System.Runtime.CompilerServices;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>
/// Merges the answers of several requests into one: every resource once, by its id. With a sort, all requests are read side by side and the resource that
/// comes first in the order is taken each time. Without one, pages are taken as they arrive; where only so many rows are wanted, one request is read after
/// the other, so that no request is sent in vain.
/// </summary>
/// <param name="branches">The pages of each request.</param>
/// <param name="start">Where each of them begins.</param>
/// <param name="canOverlap">Whether a resource can be in the answers of two.</param>
/// <param name="firstIsNull">Returns whether the first row of all is without the sort key; null where that cannot be requested.</param>
internal sealed class BranchMerge(IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, StreamState start, bool canOverlap, Func<ValueTask<bool?>> firstIsNull)
{
    internal IAsyncEnumerable<ResourcePage> Merge(SortKey? sort, bool isLimited, CancellationToken cancellationToken) =>
        sort is { } key ? InOrder(key, cancellationToken)
        : isLimited ? Union(OneAfterTheOther(cancellationToken), cancellationToken)
        : Union(new ConcurrentBranches(branches).PagesAsync(cancellationToken), cancellationToken);

    private async IAsyncEnumerable<BranchPage> OneAfterTheOther([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int branch = 0; branch < branches.Count; branch++)
            await foreach (ResourcePage page in branches[branch].WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return new BranchPage(branch, page);
    }

    private async IAsyncEnumerable<ResourcePage> Union(IAsyncEnumerable<BranchPage> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    private async IAsyncEnumerable<ResourcePage> InOrder(SortKey sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SeenIds? seen = Seen();
        List<MergeBranch> open = [];
        try
        {
            for (int branch = 0; branch < branches.Count; branch++)
            {
                MergeBranch started = new(branches[branch], start.Positions[branch], sort, cancellationToken);
                open.Add(started);
                await started.AdvanceAsync().ConfigureAwait(false);
            }

            MergeOrder order = new(sort, start.NullsFirst ?? await NullPlacement.FindAsync(open, sort, firstIsNull).ConfigureAwait(false));
            object? key = null;
            bool isFirst = true;
            while (order.First(open) is { } first)
            {
                // The same resource has the same key, so what came before the key counts no more. Texts are ordered by rules of
                // Klaviyo's own, and of mapped classes it is not known what is a text.
                if (seen is not null && !isFirst && !Equals(key, first.Key) && (first is { Key: not string, Current: not UnknownResource } || sort.Field == "id"))
                    seen = new SeenIds([]);
                (key, isFirst) = (first.Key, false);
                KlaviyoResource resource = first.Current;
                MergeMark mark = new([.. open.Select(branch => branch.Place)], open.IndexOf(first), [0], 1, seen, seen?.Count ?? 0) { NullsFirst = order.NullsFirst };
                if (seen is null || seen.Add(resource.Id))
                    yield return new ResourcePage([resource], [], null) { Mark = mark, Revision = first.Page.Revision, Account = first.Page.Account, Failed = first.Page.Failed };
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
