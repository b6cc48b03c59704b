using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Execution;

/// <summary>Gets one page, whole: read to its end and parsed to its end before anything of it is handed on, so that a failure loses and doubles nothing.</summary>
internal sealed class PageFetcher(KlaviyoConnection connection, bool showFilterValues, RateGate gate, RetryPolicy retries, RevisionNotices? notices = null)
{
    // What one page says again and again, the next one says too.
    private readonly RepeatedStrings _repeated = new();

    /// <summary>Gets a page, in as many attempts as it takes and is allowed to take.</summary>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken cancellationToken)
    {
        RetryLoop loop = retries.Begin(place.Operation.Id, place.Number, cancellationToken);
        try
        {
            return await loop.RunAsync(deadline => AttemptAsync(place, deadline)).ConfigureAwait(false);
        }
        catch (KlaviyoException failure)
        {
            Locate(failure, place, loop.Attempts);
            throw;
        }
    }

    /// <summary>Tells a failure where it happened.</summary>
    internal void Locate(KlaviyoException failure, PagePlace place, int attempts) =>
        failure.Locate(place.Operation.Id, showFilterValues ? place.Uri : SafeUri.Of(place.Uri), attempts, place.Number, place.ItemsBefore);

    // To stand in the row for a free rate-limit window is not to be late.
    private async Task<ResourcePage> AttemptAsync(PagePlace place, PageDeadline deadline)
    {
        using RatePass pass = await deadline.PausedAsync(token => gate.EnterAsync(place.Operation, place.Uri, token)).ConfigureAwait(false);
        using KlaviyoAnswer answer = await connection.GetAsync(place.Uri, withKey: !place.Operation.IsClient, place.Headers, deadline.Token).ConfigureAwait(false);
        pass.Observe(new KlaviyoRateLimitAnswer(answer.StatusCode, answer.RetryAfter, answer.RateLimit));
        notices?.Look(answer.Revision);
        AnswerRules.RequireAccount(answer, place.Account);
        if (place.NotFoundIsEmpty && AnswerRules.SaysNotFound(answer))
            return ResourcePage.Empty.AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
        AnswerRules.RequireDocument(answer, place.Operation);
        if (place.Arrived is { } arrived && NextLink.Hint(answer.Body) is { } cursor)
            arrived(cursor);
        ResourcePage page = DocumentReader.Read(answer.Body, place.Fieldsets, _repeated).AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
        PageRules.Require(page, place);
        AnswerRules.RequireType(page, place.Operation);
        return page;
    }
}
