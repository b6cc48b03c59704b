using System.Globalization;
using KlaviyoLinq.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Problems;

/// <summary>
/// Makes an answer that helps (RFC 9457) of what Klaviyo or the library refuse. The status says whose turn it is: the client's (4xx), or ours (5xx).
/// </summary>
internal sealed partial class KlaviyoProblems(IProblemDetailsService problems, ILogger<KlaviyoProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not KlaviyoException failure)
            return false;

        ProblemDetails problem = Of(failure);
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            Failed(log, problem.Title!, failure);
        if (WaitOf(failure) is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem, Exception = exception });
    }

    // The messages of the library hold no secrets. Those that are about this service's own settings are for its log, not for its clients.
    private static ProblemDetails Of(KlaviyoException failure) => failure switch
    {
        UntranslatableQueryException refusal => Refusal(refusal),
        KlaviyoCheckpointException { Fault: not KlaviyoCheckpointFault.TooManyIds } => Problem(
            StatusCodes.Status400BadRequest, "The checkpoint is of another query",
            "Hand it back with the filters and the page size that it was made with, or begin at the first page."),
        KlaviyoNotFoundException => Problem(StatusCodes.Status404NotFound, "Klaviyo knows no such resource"),
        KlaviyoRateLimitException or KlaviyoPermitRefusedException => Problem(
            StatusCodes.Status503ServiceUnavailable, "Klaviyo's rate limit is used up", "Ask again after the time in Retry-After."),
        KlaviyoServerException or KlaviyoTransportException or KlaviyoTimeoutException => Problem(
            StatusCodes.Status503ServiceUnavailable, "Klaviyo does not answer", "Ask again later. Nothing is lost: the checkpoint that you have stays good."),
        KlaviyoAuthenticationException or KlaviyoPermissionException or KlaviyoTokenException => Problem(
            StatusCodes.Status500InternalServerError, "This service may not ask Klaviyo", "Its operators find the reason in its log."),
        _ => Problem(StatusCodes.Status502BadGateway, "Klaviyo's answer cannot be used"),
    };

    private static ProblemDetails Refusal(UntranslatableQueryException refusal)
    {
        ProblemDetails problem = Problem(
            StatusCodes.Status422UnprocessableEntity, "Klaviyo cannot answer this query", string.Join(" ", refusal.Findings.Select(finding => finding.Reason)));
        problem.Extensions["findings"] = refusal.Findings.Select(finding => new { finding.Id, finding.Fragment, finding.Reason, finding.Advice });
        return problem;
    }

    private static TimeSpan? WaitOf(KlaviyoException failure) => failure switch
    {
        KlaviyoApiException answer => answer.RetryAfter,
        KlaviyoPermitRefusedException refused => refused.RetryAfter,
        _ => null,
    };

    [LoggerMessage(1, LogLevel.Error, "{Title}")]
    private static partial void Failed(ILogger log, string title, Exception failure);

    private static ProblemDetails Problem(int status, string title, string? detail = null) => new() { Status = status, Title = title, Detail = detail };
}
