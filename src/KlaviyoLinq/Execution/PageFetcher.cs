using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Execution;

/// <summary>Gets one page, whole: read to its end and parsed to its end before anything of it is handed on, so that a failure loses and doubles nothing.</summary>
internal sealed class PageFetcher(KlaviyoConnection connection, bool showFilterValues, RateGate gate, RevisionNotices? notices = null)
{
    /// <summary>Gets a page. This is the place for what stands around an attempt: trying again.</summary>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken cancellationToken)
    {
        const int Attempt = 1;
        try
        {
            return await AttemptAsync(place, cancellationToken).ConfigureAwait(false);
        }
        catch (KlaviyoException failure)
        {
            Locate(failure, place, Attempt);
            throw;
        }
    }

    /// <summary>Tells a failure where it happened.</summary>
    internal void Locate(KlaviyoException failure, PagePlace place, int attempts) =>
        failure.Locate(place.Operation.Id, showFilterValues ? place.Uri : SafeUri.Of(place.Uri), attempts, place.Number, place.ItemsBefore);

    private async Task<ResourcePage> AttemptAsync(PagePlace place, CancellationToken cancellationToken)
    {
        using RatePass pass = await gate.EnterAsync(place.Operation, place.Uri, cancellationToken).ConfigureAwait(false);
        using KlaviyoAnswer answer = await connection.GetAsync(place.Uri, withKey: !place.Operation.IsClient, place.Headers, cancellationToken).ConfigureAwait(false);
        pass.Observe(new KlaviyoRateLimitAnswer(answer.StatusCode, answer.RetryAfter, answer.RateLimit));
        notices?.Look(answer.Revision);
        if (place.NotFoundIsEmpty && AnswerRules.SaysNotFound(answer))
            return ResourcePage.Empty.AnsweredBy(answer.Revision, answer.RateLimit);
        AnswerRules.RequireDocument(answer, place.Operation);
        return DocumentReader.Read(answer.Body).AnsweredBy(answer.Revision, answer.RateLimit);
    }
}
