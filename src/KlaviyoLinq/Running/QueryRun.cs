using System.Runtime.CompilerServices;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Plans;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Running.FanOut;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Running;

/// <summary>
/// One run of a query, whatever is read of it: rows, pages, one resource, a count. It sends the requests of the prepared query and keeps the place that it has
/// reached. The merged rows of several requests come as pages, too.
/// </summary>
/// <param name="execution">Sends the requests.</param>
/// <param name="query">The query, with the address of its first page where it is one request.</param>
/// <param name="whole">Makes the request that reads every row. Checkpoints belong to it, also when the run only counts.</param>
internal sealed class QueryRun(KlaviyoExecutor execution, PreparedQuery query, Func<KlaviyoRequest> whole)
{
    private const int MostIds = 10_000;

    private readonly KlaviyoRequest _request = query.Request;
    private readonly RunTurn _turn = new();
    private QueryFingerprint? _query;
    private RunAccount? _account;
    private ResourcePage? _page;
    private long _before;

    /// <summary>The state of the checkpoint that the run resumes from; null for a run from the beginning.</summary>
    internal CheckpointState? From { get; init; }

    /// <summary>The account, where it is known without an answer.</summary>
    internal string? Account { get; init; }

    /// <summary>Indicates whether two requests of the run can return the same resource.</summary>
    internal bool CanOverlap { get; init; }

    /// <summary>Indicates whether the user gets each row as it arrives, so that a failure has a checkpoint.</summary>
    internal bool StreamsRows { get; init; }

    /// <summary>Indicates whether "not found" is an error also where the query is for one resource; otherwise such a query has no row.</summary>
    internal bool RequiresResource { get; init; }

    /// <summary>Indicates whether no request is sent, because no resource can satisfy the query.</summary>
    internal bool IsEmpty => _request.IsEmpty;

    /// <summary>Maximum number of rows that are still to be read.</summary>
    internal int Left => (int)Math.Clamp(Math.Min(_request.Limit ?? int.MaxValue, (_request.WholeLimit ?? int.MaxValue) - (From?.Taken ?? 0)), 0, int.MaxValue);

    /// <summary>The type of the sort key in a mapped class; null for a class of the model.</summary>
    private WireType? KeyType => _request.Sort is { } sort ? query.Projection.TypeOf(sort.Field) : null;

    private QueryFingerprint Query => _query ??= Fingerprints.Of(whole());

    /// <summary>Reads the pages. Each is requested when it is needed.</summary>
    /// <exception cref="KlaviyoCheckpointException">The run cannot be continued.</exception>
    internal async IAsyncEnumerable<ResourcePage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KlaviyoRequest[] requests = [.. _request.Requests()];
        if (From is not null)
            Fingerprints.Require(From, Query, requests.Length, execution.Revision);
        cancellationToken.ThrowIfCancellationRequested();
        if (_request.IsEmpty || Left == 0)
            yield break;

        _before = From?.Taken ?? 0;
        await using IAsyncEnumerator<ResourcePage> pages = Pages(requests, From?.State ?? StreamState.Start(requests.Length), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pages).ConfigureAwait(false))
        {
            _before += _page?.Resources.Count ?? 0;
            _page = pages.Current;
            cancellationToken.ThrowIfCancellationRequested();
            yield return _page;
        }
    }

    /// <summary>Indicates whether the user may have rows left out that cannot be read. Otherwise the first one fails the run.</summary>
    internal bool MaySkipRows { get; init; }

    /// <summary>Returns what makes the rows of this run.</summary>
    internal RowShaper<T> Rows<T>() => new(query.Shaper<T>(), MaySkipRows ? execution.Failures : null, _request.Operation.Id, execution.Redactor.Header);

    /// <summary>Returns the first page of a run of one request.</summary>
    internal PageRequest FirstPage() => FirstPage(_request, From?.State.Positions[0] ?? StreamPosition.Start);

    /// <summary>Makes a row of a resource of the current page.</summary>
    /// <returns>False for a row that cannot be made and is left out.</returns>
    internal bool TryShape<T>(RowShaper<T> rows, int index, out T row)
    {
        try
        {
            return rows.TryShape(_page!, index, out row);
        }
        catch (KlaviyoException failure)
        {
            Mark(failure, index);
            if (StreamsRows && failure is KlaviyoMaterializationException unreadable)
                unreadable.CheckpointAfter = CheckpointAfter(index + 1);
            throw;
        }
    }

    /// <summary>Makes rows of the first resources of the current page.</summary>
    /// <param name="rows">Makes each.</param>
    /// <param name="count">How many resources.</param>
    /// <param name="checkpoints">Returns the checkpoint after a number of the rows, also when the run has moved on.</param>
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

        // After the last row, further resources may have been left out.
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
        IAsyncEnumerable<ResourcePage>[] streams =
            [.. requests.Select((one, i) => execution.StreamPages(FirstPage(one, start.Positions[i]), cancellationToken))];
        return _request.Branches.Count == 0
            ? streams[0]
            : new BranchMerge(streams, start, CanOverlap, KeyType, () => FirstIsNullAsync(cancellationToken))
                .Merge(_request.Sort, Left < int.MaxValue, cancellationToken);
    }

    private PageRequest FirstPage(KlaviyoRequest one, StreamPosition start) => new(one.Operation, query.Address ?? RequestWriter.Write(one))
    {
        Headers = RequestWriter.Headers(one),
        // Of several requests each may return what another has returned, so each may be read as far as the whole limit.
        MaximumItems = _request.Branches.Count == 0 ? (Left == int.MaxValue ? null : Left) : _request.WholeLimit ?? _request.Limit,
        NotFoundIsEmpty = !RequiresResource && !one.Operation.IsCollection,
        Query = one,
        Columns = query.Projection.Columns,
        CollectsFailures = true,
        Start = start,
        Account = _account ??= new RunAccount(From?.Account),
        Turn = _turn,
    };

    private async ValueTask<bool?> FirstIsNullAsync(CancellationToken cancellationToken)
    {
        if (CommonRuling.First(_request) is not { } common)
            return null;
        PageRequest first = new(common.Operation, RequestWriter.Write(common))
        {
            Headers = RequestWriter.Headers(common),
            Fieldsets = common.Fieldsets,
            MaximumItems = 1,
            Columns = query.Projection.Columns,
            CollectsFailures = true,
            Account = _account,
            Turn = _turn,
        };
        MergeKeys keys = new(common.Sort!.Value.Field, KeyType);
        await foreach (ResourcePage page in execution.StreamPages(first, cancellationToken).ConfigureAwait(false))
            foreach (KlaviyoResource resource in page.Resources)
                return keys.IsUnreadable(page, resource) ? null : keys.Read(resource) is null;
        return null;
    }

    private void Mark(KlaviyoException failure, int count)
    {
        if (!StreamsRows)
            return;
        failure.Checkpoint = CheckpointAfter(count, failure);
    }

    private KlaviyoCheckpoint? CheckpointAfter(int count, KlaviyoException? failure = null)
    {
        StreamState state = _page?.Mark?.After(count) ?? From?.State ?? StreamState.Start(_request.Requests().Count());
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
                $"A checkpoint of this run would have to name more than {MostIds} resources, because the requests of AllowFanOut overlap and can return the same rows. Sort the query by a date, so that only the rows of one moment are named, or run the alternatives as separate queries.");
        }

        return new KlaviyoCheckpoint(new CheckpointState
        {
            Operation = _request.Operation.Id,
            Query = Query,
            Revision = execution.Revision,
            Account = account ?? From?.Account ?? Account,
            Taken = taken,
            State = state,
        });
    }

    private static int IdsOf(StreamState state) => state.Seen.Count + state.Positions.Sum(position => position.Window?.Entries.Count ?? 0);
}
