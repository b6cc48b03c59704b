using System.Runtime.CompilerServices;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Query;

/// <summary>
/// Merges the answers of several requests into one: every resource once, by its id. Without a sort one request is read after the other; with
/// one, they are read side by side and the resource that comes first in the order is taken each time.
/// </summary>
/// <param name="branches">The pages of each request.</param>
/// <param name="start">Where each of them begins.</param>
/// <param name="canOverlap">Whether a resource can be in the answers of two.</param>
internal sealed class FanOut(IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, StreamState start, bool canOverlap)
{
    internal IAsyncEnumerable<ResourcePage> Merge(SortKey? sort, CancellationToken cancellationToken) =>
        sort is { } key ? InOrder(key, cancellationToken) : OneAfterTheOther(cancellationToken);

    private async IAsyncEnumerable<ResourcePage> OneAfterTheOther([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SeenIds? seen = Seen();
        BranchPlace[] places = [.. start.Positions.Select(position => new BranchPlace(position, null, 0))];
        for (int branch = 0; branch < branches.Count; branch++)
        {
            await foreach (ResourcePage page in branches[branch].WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                places[branch] = new BranchPlace(start.Positions[branch], page.Mark, 0);
                int before = seen?.Count ?? 0;
                int[] kept = [.. Enumerable.Range(0, page.Resources.Count).Where(i => seen is null || seen.Add(page.Resources[i].Id))];
                FanOutMark mark = new([.. places], branch, kept, page.Resources.Count, seen, before);
                places[branch] = places[branch] with { Count = page.Resources.Count };
                yield return page.Marked([.. kept.Select(i => page.Resources[i])], mark);
            }
        }
    }

    private async IAsyncEnumerable<ResourcePage> InOrder(SortKey sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SeenIds? seen = Seen();
        List<FanOutBranch> open = [];
        try
        {
            for (int branch = 0; branch < branches.Count; branch++)
            {
                FanOutBranch started = new(branches[branch].GetAsyncEnumerator(cancellationToken), start.Positions[branch], sort);
                open.Add(started);
                await started.AdvanceAsync().ConfigureAwait(false);
            }

            object? key = null;
            while (First(open) is { } first)
            {
                // The same resource has the same key, so what came before the key counts no more. Texts are ordered by rules of Klaviyo's own.
                bool isFirst = key is null;
                if (seen is not null && !isFirst && !Equals(key, first.Key) && (first.Key is not string || sort.Field == "id"))
                    seen = new SeenIds([]);
                key = first.Key;
                KlaviyoResource resource = first.Current;
                FanOutMark mark = new([.. open.Select(branch => branch.Place)], open.IndexOf(first), [0], 1, seen, seen?.Count ?? 0);
                if (seen is null || seen.Add(resource.Id))
                    yield return new ResourcePage([resource], [], null) { Mark = mark, Revision = first.Page.Revision, Account = first.Page.Account };
                await first.AdvanceAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (FanOutBranch branch in open)
                await branch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SeenIds? Seen() => canOverlap ? new SeenIds(start.Seen) : null;

    private static FanOutBranch? First(List<FanOutBranch> open)
    {
        FanOutBranch? first = null;
        foreach (FanOutBranch branch in open)
            if (branch.HasCurrent && (first is null || branch.ComesBefore(first)))
                first = branch;
        return first;
    }
}
