using KlaviyoLinq.Documents;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Paging;

/// <content>The end of a run.</content>
internal sealed partial class PageRun
{
    /// <summary>
    /// Makes sure, after the last page of a chain that began at a sort key, that no rows without the key follow: the chain's bound leaves them out.
    /// </summary>
    internal async Task ConfirmEndAsync(CancellationToken stop, CancellationToken usersToken, CancellationToken closing)
    {
        if (_at.AfterKey is null || !_hasEnded)
            return;
        try
        {
            if (!await IsWithoutKeyAsync(isLast: true, stop).ConfigureAwait(false) || await IsWithoutKeyAsync(isLast: false, stop).ConfigureAwait(false))
                return;
        }
        catch (OperationCanceledException cancelled) when (CauseOf(cancelled, usersToken, closing) is { } cause)
        {
            throw cause;
        }

        string key = _deep!.SortKey;
        throw Located(
            new KlaviyoPaginationException(
                $"Rows without {key} follow, which the run cannot reach: Klaviyo cut its chain of pages off, and the new chain is bounded by {key}. All other rows were read. To read these, sort by another field."),
            Place(),
            attempts: 1);
    }

    private async Task<bool> IsWithoutKeyAsync(bool isLast, CancellationToken stop)
    {
        if (_deep!.End(isLast) is not { } end)
            return false;
        PagePlace place = Place(RequestWriter.Write(end)) with { Fieldsets = end.Fieldsets, Columns = null, CollectsFailures = true };
        ResourcePage page = await _fetcher.FetchAsync(place, stop).ConfigureAwait(false);
        return page.Resources is [var row, ..] && page.Failed?.Of(row) is null && SortKeys.Read(row, _deep.SortKey) is null;
    }
}
