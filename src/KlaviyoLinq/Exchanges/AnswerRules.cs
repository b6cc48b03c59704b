using System.Globalization;
using System.Net;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Http;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Exchanges;

/// <summary>The meaning of statuses and content types.</summary>
internal static class AnswerRules
{
    /// <summary>Requires a status of 2xx.</summary>
    /// <exception cref="KlaviyoApiException">The answer is an error.</exception>
    /// <exception cref="KlaviyoProtocolException">The answer is neither a success nor an error.</exception>
    /// <param name="answer">The answer.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="typeName">The C# class of the entity of a command; null without one.</param>
    /// <param name="mask">Replaces the values in the sentences that the exception shows; null to show them.</param>
    internal static void RequireSuccess(
        KlaviyoAnswer answer, OperationFacts operation, string? typeName = null, Func<string?, string?>? mask = null)
    {
        if (answer.RedirectHost is not null)
            throw new KlaviyoProtocolException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The answer is a redirect ({(int)answer.StatusCode}) to {answer.RedirectHost}. Redirects are not followed, because the API key would be sent along: check KlaviyoOptions.BaseAddress."));
        if ((int)answer.StatusCode >= 400)
            throw ToFault(answer, operation, typeName, mask).ToException();
        if (!answer.IsSuccess)
            throw new KlaviyoProtocolException(
                string.Create(
                    CultureInfo.InvariantCulture, $"The answer has the status {(int)answer.StatusCode}, which Klaviyo does not use for this operation."));
    }

    /// <summary>Requires a body of JSON.</summary>
    /// <exception cref="KlaviyoProtocolException">The body is missing, compressed, or of another type.</exception>
    internal static void RequireDocument(KlaviyoAnswer answer)
    {
        if (answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
            throw new KlaviyoProtocolException(
                string.Create(
                    CultureInfo.InvariantCulture, $"The answer has the status {(int)answer.StatusCode}, which has no body, where a document is expected."));
        if (answer.ContentEncoding is { } encoding and not "identity")
            throw new KlaviyoProtocolException($"The answer is compressed with '{encoding}', and the given HTTP client or handler does not decompress it: set its AutomaticDecompression.");
        if (answer.IsHtml)
            throw new KlaviyoProtocolException("The answer is an HTML page, not a JSON:API document. Check what is answering instead of Klaviyo: a proxy, a login page of the network, or a wrong KlaviyoOptions.BaseAddress.");
        if (answer.MediaType is { } type && type != "application/json" && !type.EndsWith("+json", StringComparison.Ordinal))
            throw new KlaviyoProtocolException($"The answer has the content type '{type}', not application/vnd.api+json.");
    }

    /// <summary>
    /// Returns whether Klaviyo itself reports that there is no such resource (<c>not_found</c>, <c>variant_not_found</c>). The status alone is not
    /// enough, because a proxy or a wrong base address answers 404 as well. An id that cannot be the id of any resource of the type is rejected with
    /// 400.
    /// </summary>
    internal static bool IsNotFound(KlaviyoAnswer answer, OperationFacts operation) => answer.StatusCode switch
    {
        HttpStatusCode.NotFound => ErrorDocument.Read(answer.Body).Any(error => error.Code?.EndsWith("not_found", StringComparison.Ordinal) == true),
        HttpStatusCode.BadRequest => RejectsId(ErrorDocument.Read(answer.Body), operation),
        _ => false,
    };

    // Klaviyo answers 400 instead of 404 to an id of the wrong form: "Invalid Event ID: 'NOPE01'". A GET has no id but the one in its path.
    private static bool RejectsId(IReadOnlyList<KlaviyoError> errors, OperationFacts operation) =>
        operation.Path.Contains('{', StringComparison.Ordinal)
            && errors.Count > 0
            && errors.All(error => error is { Code: "invalid", SourcePointer: "/data/id" });

    private static KlaviyoApiException.ApiFault ToFault(KlaviyoAnswer answer, OperationFacts operation, string? typeName, Func<string?, string?>? mask)
    {
        KlaviyoError[] errors = [.. ErrorDocument.Read(answer.Body).Select(error => error.Redacted(answer.Redactor.Sentence))];
        return new KlaviyoApiException.ApiFault(answer.StatusCode, operation is WriteFacts write ? PointedMembers.Named(errors, write, typeName) : errors)
        {
            Shown = mask is null ? errors : [.. errors.Select(error => error.Masked(mask))],
            IsCommand = operation is WriteFacts,
            RejectsId = answer.StatusCode == HttpStatusCode.BadRequest && IsNotFound(answer, operation),
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
            RetryAt = answer.RetryAt,
            IsHtml = answer.IsHtml,
            IsChallenge = answer.IsChallenge,
            Scopes = operation.Scopes,
        };
    }
}
