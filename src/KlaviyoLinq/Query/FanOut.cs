using System.Runtime.CompilerServices;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Query;

/// <summary>
/// Merges the answers of several requests into one: every resource once, by its id. Without a sort one request is read after the other; with
/// one, they are read side by side and the resource that comes first in the order is taken each time.
/// </summary>
internal static class FanOut
{
    internal static IAsyncEnumerable<ResourcePage> Merge(IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, SortKey? sort, CancellationToken cancellationToken) =>
        sort is { } key ? InOrder(branches, key, cancellationToken) : OneAfterTheOther(branches, cancellationToken);

    private static async IAsyncEnumerable<ResourcePage> OneAfterTheOther(
        IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        foreach (IAsyncEnumerable<ResourcePage> branch in branches)
        {
            await foreach (ResourcePage page in branch.WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return new ResourcePage([.. page.Resources.Where(resource => seen.Add(resource.Id))], page.Included, page.NextCursor) { Revision = page.Revision, RateLimit = page.RateLimit };
        }
    }

    private static async IAsyncEnumerable<ResourcePage> InOrder(
        IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches, SortKey sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = [];
        List<FanOutBranch> open = [];
        try
        {
            foreach (IAsyncEnumerable<ResourcePage> branch in branches)
            {
                FanOutBranch started = new(branch.GetAsyncEnumerator(cancellationToken), sort);
                open.Add(started);
                await started.AdvanceAsync().ConfigureAwait(false);
            }

            while (First(open) is { } first)
            {
                KlaviyoResource resource = first.Current;
                await first.AdvanceAsync().ConfigureAwait(false);
                if (seen.Add(resource.Id))
                    yield return new ResourcePage([resource], [], null);
            }
        }
        finally
        {
            foreach (FanOutBranch branch in open)
                await branch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static FanOutBranch? First(List<FanOutBranch> open)
    {
        FanOutBranch? first = null;
        foreach (FanOutBranch branch in open)
            if (branch.HasCurrent && (first is null || branch.ComesBefore(first)))
                first = branch;
        return first;
    }
}
