using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Paging;

/// <summary>State of one request's pages: its position in the chain, and its counts.</summary>
internal sealed partial class PageRun
{
    // Klaviyo can filter resources after dividing them into pages, so some empty pages are normal.
    private const int MostEmptyPages = 1_000;

    // Klaviyo repeats a row that changes in the meantime. Many pages of nothing but repeated rows are a circle that the cursors do not show.
    private const int MostRepeatedPages = 100;

    private const string LedBack = "The answer's link to the next page leads back to a page that was already read. Following it would repeat rows endlessly.";

    private readonly PageFetcher _fetcher;
    private readonly EarlyPages _early;
    private readonly PageRequest _request;
    private readonly PagingNotices? _notices;
    private readonly DeepPaging? _deep;
    private readonly RepeatWatch? _repeats;
    private readonly IReadOnlyList<Fieldset> _fieldsets;
    private readonly PageContents _contents = new();
    private readonly RunAccount _account;
    private CursorTrail _cursors = new();
    private PagedUri _uri;
    private StreamPosition _at;
    private int _pages;
    private int _emptyPages;
    private long _items;
    private bool _hasRepeated;
    private bool _hasEnded;

    internal PageRun(PageFetcher fetcher, PageRequest request, EarlyPages early, PagingNotices? notices = null)
    {
        _fetcher = fetcher;
        _early = early;
        _request = request;
        _account = request.Account ?? new RunAccount();
        _notices = notices;
        _repeats = notices is null ? null : new RepeatWatch();
        _deep = request.Query is { } query ? new DeepPaging(query) : null;
        _fieldsets = _deep?.Fieldsets ?? request.Fieldsets;
        _at = request.Start;
        if (_at.AfterKey is not null && _deep?.Follows(_at) != true)
            throw new KlaviyoCheckpointException(
                KlaviyoCheckpointFault.QueryChanged,
                $"The checkpoint was taken within a chain of pages that began at a sort key, and this version of the library cannot continue that chain. {_deep?.Obstacle} Use the version that took it, or start the run again without ResumeFrom.");
        _uri = UriOf(_at);
        if (_uri.FirstCursor is { } first)
            _cursors.Add(first);
    }

    /// <summary>The trace of the run; null without a listener.</summary>
    internal RunTrace? Trace { get; set; }

    /// <summary>Indicates whether another page exists and is needed.</summary>
    internal bool HasNext { get; private set; } = true;

    /// <summary>Counts a page, takes its cursor, and leaves out resources that were consumed before.</summary>
    internal ResourcePage Take(ResourcePage page)
    {
        ulong[] ids = IdsOf(page.Resources);
        RefuseRepetition(page, ids);
        long[]? keys = _at.Window is null ? null : _deep?.KeysOf(page.Resources);
        if (keys is null && _at.AfterKey is not null)
            throw Located(
                new KlaviyoPaginationException(
                    $"A row came without {_deep!.SortKey}, by which the run continues, so it is unknown whether the row was read before."),
                Place(), attempts: 1);
        int[]? kept = Kept(ids, keys);
        StreamPosition? next = page.NextCursor is null ? null : Next(page.NextCursor, ids, keys);
        page = page.Marked(kept is null ? page.Resources : [.. kept.Select(i => page.Resources[i])], MarkOf(page.Resources, next, ids, keys, kept));

        _pages++;
        _items += page.Resources.Count;
        _emptyPages = ids.Length == 0 ? _emptyPages + 1 : 0;
        _notices?.Look(_request.Operation.Id, _fetcher.Redactor.Header(page.Links.Next?.Origin));
        Watch(ids, kept);
        HasNext = next is not null && !(_items >= _request.MaximumItems);
        _hasEnded = next is null;
        MoveTo(next ?? _at);
        return page;
    }

    /// <summary>Gets the next page.</summary>
    /// <param name="stop">Cancels the request.</param>
    /// <param name="usersToken">The user's token. Where it was the cause, it is the token of the exception.</param>
    /// <param name="closing">Cancelled when the context is disposed.</param>
    /// <exception cref="ObjectDisposedException">The context was disposed.</exception>
    internal async Task<ResourcePage> FetchAsync(CancellationToken stop, CancellationToken usersToken, CancellationToken closing)
    {
        while (true)
        {
            PagePlace place = Place();
            RefuseEndlessness(place);
            try
            {
                return await _early.FetchAsync(place, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException cancelled) when (CauseOf(cancelled, usersToken, closing) is { } cause)
            {
                throw cause;
            }
            catch (KlaviyoBadRequestException refused) when (_at.Cursor is not null && CursorRefusal.IsOne(refused))
            {
                if (!GoesOnWithout(_at.Cursor, refused, place))
                    throw;
            }
            catch (KlaviyoChallengeException cut) when (_deep is not null && _at.Depth >= DeepPaging.LongChain)
            {
                if (!GoesOnBeyond(cut))
                    throw;
            }
        }
    }

    /// <summary>Returns the exception that the user gets for a cancelled request; null where neither the user nor the context cancelled it.</summary>
    private static Exception? CauseOf(OperationCanceledException cancelled, CancellationToken usersToken, CancellationToken closing) =>
        usersToken.IsCancellationRequested ? new OperationCanceledException(cancelled.Message, cancelled.InnerException, usersToken)
        // This folder does not know the context's class, only its name.
        : closing.IsCancellationRequested ? new ObjectDisposedException("KlaviyoContext", "The context was disposed before the query ended.")
        : null;

    private static ulong[] IdsOf(IReadOnlyList<KlaviyoResource> resources)
    {
        ulong[] ids = new ulong[resources.Count];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = IdHash.Of(resources[i].Id);
        return ids;
    }

    private PagePlace Place() => Place(_at.Cursor is null ? _uri.First : _uri.After(_at.Cursor));

    private PagePlace Place(string uri) => new(new Exchange(_request.Operation, uri, _request.Turn)
    {
        Headers = _request.Headers,
        Number = _pages + 1,
        ItemsBefore = _items,
        Account = _account,
        Trace = Trace,
    })
    {
        Fieldsets = _fieldsets,
        Columns = _request.Columns,
        CollectsFailures = _request.CollectsFailures,
        NotFoundIsEmpty = _request.NotFoundIsEmpty,
    };

    private void RefuseEndlessness(PagePlace place)
    {
        string? fault = _at.Cursor is { } cursor && !_cursors.Add(cursor)
            ? LedBack
            : _emptyPages >= MostEmptyPages
                ? $"{MostEmptyPages} consecutive pages had no rows, each with a link to a next page. Narrow the query, or continue after them: query.ResumeFrom(exception.Checkpoint)."
                : null;
        if (fault is not null)
            throw Located(
                new KlaviyoPaginationException(fault) { LostCursor = _emptyPages >= MostEmptyPages ? null : IdHash.Of(_at.Cursor!) }, place, attempts: 0);
    }

    // A page that repeats an earlier page and links back to a page that was read is a repeated answer.
    private void RefuseRepetition(ResourcePage page, ulong[] ids)
    {
        _contents.Take(ids);
        string? fault = page.NextCursor is not { } next ? null
            : IdHash.Of(next) == _at.Avoided ? LedBack
            : _contents.IsRepeated && _cursors.Holds(next)
                ? "The answer belongs to a page that was already read: it has the same rows and the same link to the next page. None of its rows was used: check for a proxy that mixes up answers."
            : _contents.Repeated >= MostRepeatedPages ? $"{MostRepeatedPages} consecutive pages held only rows of earlier pages, each with a link to a next page under a new cursor. Following them would repeat rows endlessly."
            : null;
        if (fault is not null)
            throw Located(new KlaviyoPaginationException(fault), Place(), attempts: 1);
    }

    private T Located<T>(T failure, PagePlace place, int attempts)
        where T : KlaviyoException
    {
        _fetcher.Locate(failure, place, attempts);
        return failure;
    }

    private bool GoesOnBeyond(KlaviyoChallengeException cut)
    {
        (StreamPosition? place, string obstacle) = _deep!.Beyond(_at);
        if (place is null)
        {
            cut.CameAt(_at.Depth, obstacle);
            return false;
        }

        _notices?.Reanchored(_request.Operation.Id, _at.Depth, _deep.SortKey);
        BeginAt(place);
        return true;
    }

    /// <summary>Continues after Klaviyo has rejected a cursor: a resumed run with the page before, then with a new chain. Any other run fails.</summary>
    private bool GoesOnWithout(string cursor, KlaviyoBadRequestException refused, PagePlace place)
    {
        if (_pages > 0)
        {
            refused.LostCursor = IdHash.Of(cursor);
            return false;
        }

        if (_at.Prior is { } prior)
        {
            BeginAt(prior);
            return true;
        }

        (StreamPosition? beginning, string obstacle) = _deep?.Beyond(_at) ?? (null, "The run cannot start a new chain at its sort key.");
        if (beginning is null)
            throw Located(
                new KlaviyoCheckpointException(
                    KlaviyoCheckpointFault.CursorRefused,
                    $"Klaviyo rejects the cursor of the checkpoint: it has expired. No row was read. {obstacle} Start the run again without ResumeFrom, with a filter that begins after the last row that you have, or from the beginning.",
                    refused),
                place, refused.Attempts);
        _notices?.Replaced(_request.Operation.Id, _deep!.SortKey);
        BeginAt(beginning);
        return true;
    }

    private void BeginAt(StreamPosition place)
    {
        _cursors = new CursorTrail();
        _at = place;
        _uri = UriOf(place);
    }

    private ChainMark MarkOf(IReadOnlyList<KlaviyoResource> resources, StreamPosition? next, ulong[] ids, long[]? keys, int[]? kept)
    {
        DeepPaging? deep = _at.Window is null && _deep?.ReadsKey == true ? _deep : null;
        return new ChainMark(_at, next, ids, keys, kept, DeepPaging.Width) { LateKeys = deep is null ? null : () => deep.KeysOf(resources) };
    }

    private StreamPosition Next(string cursor, ulong[] ids, long[]? keys)
    {
        StreamPosition next = new() { Cursor = cursor, Depth = _at.Depth + 1, AfterKey = _at.AfterKey };
        SortWindow? window = keys is null ? null : _at.Window?.After(ids, keys, ids.Length, DeepPaging.Width);
        return _deep?.Follows(next) == true ? next with { Window = window ?? SortWindow.Opened } : next;
    }

    private void MoveTo(StreamPosition next)
    {
        bool isOther = next.Window is null != _at.Window is null;
        _at = next;
        if (isOther)
            _uri = UriOf(next);
    }

    private PagedUri UriOf(StreamPosition at) => new(_deep?.Follows(at) == true ? _deep.UriOf(at) : _request.RelativeUri);

    // Leaves out what an earlier run consumed of this page, and what a new chain returns again.
    private int[]? Kept(ulong[] ids, long[]? keys)
    {
        if (_at is { Index: 0, AfterKey: null })
            return null;
        int? start = Rejoining.Find(_at, ids);
        if (start is null)
            _notices?.PlaceLost(_request.Operation.Id, _at.Index);
        return
        [
            .. Enumerable.Range(0, ids.Length).Where(i =>
                i >= (start ?? 0) && !_at.LastIds.Contains(ids[i]) && !(keys is not null && _deep!.IsRepeated(_at, ids[i], keys[i]))),
        ];
    }

    private void Watch(ulong[] ids, int[]? kept)
    {
        if (_repeats is null)
            return;
        for (int i = 0; i < (kept?.Length ?? ids.Length); i++)
        {
            if (!_repeats.Sees(ids[kept?[i] ?? i]) || _hasRepeated)
                continue;
            _hasRepeated = true;
            _notices!.Repeated(_request.Operation.Id);
        }
    }
}
