using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Http;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Paging;

/// <summary>Gets pages. A page is received and parsed to its end before it is returned, so that a failure neither loses nor repeats a row.</summary>
/// <param name="sender">Sends the exchanges.</param>
internal sealed class PageFetcher(ExchangeSender sender)
{
    // Pages of a context repeat each other's relationships and links, so what one page needed is kept for the next.
    private readonly PageMemory _memory = new();

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => sender.Redactor;

    /// <summary>Begins the trace of a run; null without a listener.</summary>
    internal RunTrace? Trace(PageRequest request) => sender.Trace(request.Operation, request.RelativeUri);

    /// <summary>Gets a page, with retries.</summary>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken cancellationToken)
    {
        ExchangeTimer timer = sender.Time(place.Exchange);
        (ResourcePage page, int attempts) = await sender.SendAsync(place.Exchange, timer, (answer, stop) => Read(answer, place, stop), cancellationToken)
            .ConfigureAwait(false);
        foreach (RowFailure failed in page.Failed?.All ?? [])
            Locate(failed.Exception, place, attempts);
        timer.PageCame(page.Resources.Count);
        return page;
    }

    /// <summary>Writes into a failure where it happened.</summary>
    internal void Locate(KlaviyoException failure, PagePlace place, int attempts) => sender.Locate(failure, place.Exchange, attempts);

    private ResourcePage Read(KlaviyoAnswer answer, PagePlace place, CancellationToken stop)
    {
        if (place.NotFoundIsEmpty && AnswerRules.IsNotFound(answer, place.Exchange.Operation))
            return ResourcePage.Empty.AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
        AnswerRules.RequireSuccess(answer, place.Exchange.Operation);
        AnswerRules.RequireDocument(answer);
        if (place.Arrived is { } arrived && NextLink.Hint(answer.Body) is { } cursor)
            arrived(cursor);
        try
        {
            ResourcePage page = DocumentReader.Read(answer.Body, place.Fieldsets, _memory, place.Columns, place.CollectsFailures, stop)
                .AnsweredBy(answer.Revision, answer.Account, answer.RateLimit);
            PageRules.Require(page, place.Exchange);
            page.Failed?.Redact(Redactor.Header);
            return page;
        }
        catch (KlaviyoMaterializationException failure) when (failure.Redacted(Redactor.Header) is { } shown && shown != failure)
        {
            throw shown;
        }
    }
}
