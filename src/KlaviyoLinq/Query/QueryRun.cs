using System.Runtime.CompilerServices;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Execution;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Shaping;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Query;

/// <summary>One run of a query: its pages, and where it stands. A query that fans out hands its merged rows over as pages too, so that nobody above needs to know.</summary>
/// <param name="execution">Runs the requests.</param>
/// <param name="request">What is asked.</param>
/// <param name="whole">The request as it would be if every row were read: what a checkpoint is of, also where only a number is wanted.</param>
internal sealed class QueryRun(KlaviyoExecutor execution, KlaviyoRequest request, Func<KlaviyoRequest> whole)
{
    private const int MostIds = 10_000;

    private readonly RunTurn _turn = new();
    private QueryFingerprint? _query;
    private RunAccount? _account;
    private ResourcePage? _page;
    private long _before;

    /// <summary>Where an earlier run has come to; null for a run from the beginning.</summary>
    internal CheckpointState? From { get; init; }

    /// <summary>The account, where it is known without an answer.</summary>
    internal string? Account { get; init; }

    /// <summary>Whether two requests of the run can bring the same resource.</summary>
    internal bool CanOverlap { get; init; }

    /// <summary>Whether rows go to the user as they come; otherwise they are lost when the run fails.</summary>
    internal bool HandsOut { get; init; }

    /// <summary>What alone the rows are made of; null where they are made of whole resources.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <summary>How many rows are wanted still.</summary>
    internal int Left => (int)Math.Clamp(Math.Min(request.Limit ?? int.MaxValue, (request.WholeLimit ?? int.MaxValue) - (From?.Taken ?? 0)), 0, int.MaxValue);

    private QueryFingerprint Query => _query ??= Fingerprints.Of(whole());

    /// <summary>The pages, each asked for as it is read.</summary>
    /// <exception cref="KlaviyoCheckpointException">The run cannot be continued.</exception>
    internal async IAsyncEnumerable<ResourcePage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KlaviyoRequest[] requests = [.. request.Requests()];
        if (From is not null)
            Fingerprints.Require(From, Query, requests.Length, execution.Revision);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.IsEmpty || Left == 0)
            yield break;

        _before = From?.Taken ?? 0;
        await using IAsyncEnumerator<ResourcePage> pages = Pages(requests, From?.State ?? StreamState.Start(requests.Length), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pages).ConfigureAwait(false))
        {
            _before += _page?.Resources.Count ?? 0;
            _page = pages.Current;
            cancellationToken.ThrowIfCancellationRequested();
            yield return _page;
        }
    }

    /// <summary>Makes a row of a resource of the page.</summary>
    /// <returns>False when it cannot be made, and is left out.</returns>
    internal bool TryShape<T>(RowShaper<T> rows, int index, out T row)
    {
        try
        {
            return rows.TryShape(_page!, index, out row);
        }
        catch (KlaviyoException failure)
        {
            Mark(failure, index);
            if (HandsOut && failure is KlaviyoMaterializationException unreadable)
                unreadable.CheckpointBehind = CheckpointAfter(index + 1);
            throw;
        }
    }

    /// <summary>Makes rows of the first resources of the page.</summary>
    /// <param name="rows">Makes each.</param>
    /// <param name="count">How many resources.</param>
    /// <param name="checkpoints">The checkpoint behind so many of the rows, also when the run has moved on.</param>
    internal IReadOnlyList<T> ShapeAll<T>(RowShaper<T> rows, int count, out Func<int, KlaviyoCheckpoint> checkpoints)
    {
        List<T> made = new(count);
        List<int> ends = new(count);
        try
        {
            for (int i = 0; i < count; i++)
            {
                if (!rows.TryShape(_page!, i, out T row))
                    continue;
                made.Add(row);
                ends.Add(i + 1);
            }
        }
        catch (KlaviyoException failure)
        {
            Mark(failure, 0);
            throw;
        }

        // Behind the last row there may be some that were left out.
        (PageMark mark, string? account, long before) = (_page!.Mark!, _page.Account, _before);
        checkpoints = handedOut =>
        {
            int consumed = handedOut == ends.Count ? count : handedOut == 0 ? 0 : ends[handedOut - 1];
            return Checkpoint(mark.After(consumed), account, before + consumed);
        };
        return made;
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ResourcePage> pages)
    {
        try
        {
            return await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (KlaviyoException failure)
        {
            Mark(failure, _page?.Resources.Count ?? 0);
            throw;
        }
    }

    private IAsyncEnumerable<ResourcePage> Pages(KlaviyoRequest[] requests, StreamState start, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ResourcePage>[] streams = [.. requests.Select((one, i) => PagesOf(one, start.Positions[i], cancellationToken))];
        return request.Branches.Count == 0 ? streams[0] : new FanOut(streams, start, CanOverlap, () => FirstIsNullAsync(cancellationToken)).Merge(request.Sort, Left < int.MaxValue, cancellationToken);
    }

    // A query for one resource that is not there has no row. A collection that is not there, because what it belongs to is not, is an error.
    private IAsyncEnumerable<ResourcePage> PagesOf(KlaviyoRequest one, StreamPosition start, CancellationToken cancellationToken) => execution.StreamPages(
        new PageRequest(one.Operation, RequestWriter.Write(one))
        {
            Headers = RequestWriter.Headers(one),
            // Of several requests each may bring what another has brought, so each may be read as far as the whole limit.
            MaximumItems = request.Branches.Count == 0 ? (Left == int.MaxValue ? null : Left) : request.WholeLimit ?? request.Limit,
            NotFoundIsEmpty = one.Operation.Shape == OperationShape.Single,
            Query = one,
            Columns = Columns,
            CollectsFailures = true,
            Start = start,
            Account = _account ??= new RunAccount(From?.Account),
            Turn = _turn,
        },
        cancellationToken);

    private async ValueTask<bool?> FirstIsNullAsync(CancellationToken cancellationToken)
    {
        if (CommonRuling.First(request) is not { } common)
            return null;
        PageRequest first = new(common.Operation, RequestWriter.Write(common))
        {
            Headers = RequestWriter.Headers(common),
            Fieldsets = common.Fieldsets,
            MaximumItems = 1,
            Columns = Columns,
            Account = _account,
        };
        await foreach (ResourcePage page in execution.StreamPages(first, cancellationToken).ConfigureAwait(false))
            foreach (KlaviyoResource resource in page.Resources)
                return SortKeys.Read(resource, common.Sort!.Value.Field) is null;
        return null;
    }

    private void Mark(KlaviyoException failure, int count)
    {
        if (!HandsOut)
            return;
        failure.Checkpoint = CheckpointAfter(count, failure);
    }

    private KlaviyoCheckpoint? CheckpointAfter(int count, KlaviyoException? failure = null)
    {
        StreamState state = _page?.Mark?.After(count) ?? From?.State ?? StreamState.Start(request.Requests().Count());
        if (failure?.LostCursor is { } lost)
            state = state.Without(lost, avoid: failure is KlaviyoPaginationException);
        return IdsOf(state) <= MostIds ? Checkpoint(state, _page?.Account, _page is null ? From?.Taken ?? 0 : _before + count) : null;
    }

    private KlaviyoCheckpoint Checkpoint(StreamState state, string? account, long taken)
    {
        if (IdsOf(state) > MostIds)
        {
            throw new KlaviyoCheckpointException(
                KlaviyoCheckpointFault.TooManyIds,
                $"A checkpoint of this run would have to name more than {MostIds} resources: the requests that AllowFanOut permits overlap, and what one has brought another may bring again. Sort the query by a date, so that only the rows of one moment need be named, or run the alternatives as queries of their own.");
        }

        return new KlaviyoCheckpoint(new CheckpointState
        {
            Operation = request.Operation.Id,
            Query = Query,
            Revision = execution.Revision,
            Account = account ?? From?.Account ?? Account,
            Taken = taken,
            State = state,
        });
    }

    private static int IdsOf(StreamState state) => state.Seen.Count + state.Positions.Sum(position => position.Window?.Entries.Count ?? 0);
}
