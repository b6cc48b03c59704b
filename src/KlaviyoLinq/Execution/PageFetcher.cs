using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Execution;

/// <summary>Gets one page, whole: read to its end and parsed to its end before anything of it is handed on, so that a failure loses and doubles nothing.</summary>
internal sealed class PageFetcher(KlaviyoConnection connection, bool showFilterValues, RevisionNotices? notices = null)
{
    /// <summary>Gets a page. This is the place for what stands around an attempt: the wait for a free rate-limit window, and trying again.</summary>
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
        using KlaviyoAnswer answer = await connection.GetAsync(place.Uri, withKey: !place.Operation.IsClient, place.Headers, cancellationToken).ConfigureAwait(false);
        notices?.Look(answer.Revision);
        AnswerRules.RequireAccount(answer, place.Account);
        if (place.NotFoundIsEmpty && AnswerRules.SaysNotFound(answer))
            return ResourcePage.Empty.AnsweredBy(answer.Revision, answer.Account);
        AnswerRules.RequireDocument(answer, place.Operation);
        ResourcePage page = DocumentReader.Read(answer.Body).AnsweredBy(answer.Revision, answer.Account);
        PageRules.Require(page, place);
        return page;
    }
}
