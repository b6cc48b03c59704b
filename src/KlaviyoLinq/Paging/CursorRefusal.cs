using System.Net;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Paging;

/// <summary>Recognizes the answer to a cursor that Klaviyo does not take (any more). Its text is not documented, so the word is enough.</summary>
internal static class CursorRefusal
{
    internal static bool IsOne(KlaviyoApiException failure) =>
        failure.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity
        && failure.Errors.Any(error => Speaks(error.SourceParameter) || Speaks(error.Detail) || Speaks(error.Title));

    private static bool Speaks(string? text) => text?.Contains("cursor", StringComparison.OrdinalIgnoreCase) == true;
}
