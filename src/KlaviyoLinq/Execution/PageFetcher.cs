using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Execution;

/// <summary>Gets one page, whole: read to its end and parsed to its end before anything of it is handed on, so that a failure loses and doubles nothing.</summary>
internal sealed class PageFetcher(KlaviyoConnection connection, bool showFilterValues, RateGate gate, RetryPolicy retries, RunObserver observer, RevisionNotices? notices = null)
{
    // What one page says again and again, the next one says too.
    private readonly PageMemory _memory = new();

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => connection.Redactor;

    /// <summary>The trace of a run that begins; null when nobody listens.</summary>
    internal RunTrace? Trace(PageRequest request) => observer.Begin(request.Operation, () => Shown(request.RelativeUri));

    /// <summary>Gets a page, in as many attempts as it takes and is allowed to take.</summary>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken cancellationToken)
    {
        place.Trace?.MakeCurrent();
        RetryLoop loop = retries.Begin(place.Operation.Id, place.Number, cancellationToken);
        PageTimer timer = observer.Time(place.Operation, place.Number);
        try
        {
            ResourcePage page = await loop.RunAsync(deadline => AttemptAsync(place, timer, deadline)).ConfigureAwait(false);
            foreach (RowFailure failed in page.Failed?.All ?? [])
                Locate(failed.Exception, place, loop.Attempts);
            timer.PageCame(page.Resources.Count);
            return page;
        }
        catch (KlaviyoException failure)
        {
            Locate(failure, place, loop.Attempts);
            throw;
        }
        finally
        {
            observer.Retried(place.Operation, loop.Attempts - 1, place.Trace);
        }
    }

    /// <summary>Tells a failure where it happened.</summary>
    internal void Locate(KlaviyoException failure, PagePlace place, int attempts) =>
        failure.Locate(place.Operation.Id, Shown(place.Uri), attempts, place.Number, place.ItemsBefore);

    private async Task<ResourcePage> AttemptAsync(PagePlace place, PageTimer timer, PageDeadline deadline)
    {
        KlaviyoAnswer first = await AskAsync(place, timer, deadline).ConfigureAwait(false);
        if (!first.MayRenew)
            return Read(first, place, deadline.Token);

        // An access token may end before its time. The answer that says so is not an attempt that failed: nothing was asked yet.
        first.Dispose();
        return Read(await AskAsync(place, timer, deadline).ConfigureAwait(false), place, deadline.Token);
    }

    // To stand in the row for a free rate-limit window is not to be late.
    private async Task<KlaviyoAnswer> AskAsync(PagePlace place, PageTimer timer, PageDeadline deadline)
    {
        long queued = observer.Now;
        using RatePass pass = await deadline.PausedAsync(token => gate.EnterAsync(place.Operation, place.Uri, place.Turn, token)).ConfigureAwait(false);
        timer.Wait(queued, place.Trace);
        long sent = observer.Now;
        try
        {
            KlaviyoAnswer answer = await connection.GetAsync(place.Uri, withKey: !place.Operation.IsClient, place.Headers, deadline.Token).ConfigureAwait(false);
            timer.Answered(sent, (int)answer.StatusCode);
            pass.Observe(new KlaviyoRateLimitAnswer(answer.StatusCode, answer.RetryAfter, answer.RateLimit));
            notices?.Look(answer.Revision);
            return answer;
        }
        catch (Exception failure)
        {
            timer.Failed(sent, failure);
            throw;
        }
    }

    private ResourcePage Read(KlaviyoAnswer taken, PagePlace place, CancellationToken stop)
    {
        using KlaviyoAnswer answer = taken;
        place.Account?.Require(answer);
        if (place.NotFoundIsEmpty && AnswerRules.SaysNotFound(answer, place.Operation))
            return ResourcePage.Empty.AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
        AnswerRules.RequireDocument(answer, place.Operation);
        if (place.Arrived is { } arrived && NextLink.Hint(answer.Body) is { } cursor)
            arrived(cursor);
        try
        {
            ResourcePage page = DocumentReader.Read(answer.Body, place.Fieldsets, _memory, place.Columns, place.CollectsFailures, stop).AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
            PageRules.Require(page, place);
            AnswerRules.RequireType(page, place.Operation);
            page.Failed?.Redact(Redactor.Header);
            return page;
        }
        catch (KlaviyoMaterializationException failure) when (failure.Redacted(Redactor.Header) is { } shown && shown != failure)
        {
            throw shown;
        }
    }

    // An answer chooses the cursor, which is shown along with the values of filters.
    private string Shown(string uri) => Redactor.Redact(showFilterValues ? uri : SafeUri.Of(uri));
}
