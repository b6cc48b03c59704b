using System.Net;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Paging;

/// <summary>Detects that Klaviyo rejects a cursor. The error's text is not documented, so the word "cursor" decides.</summary>
internal static class CursorRefusal
{
    internal static bool IsOne(KlaviyoApiException failure) =>
        failure.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity
        && failure.Errors.Any(error => Speaks(error.SourceParameter) || Speaks(error.Detail) || Speaks(error.Title));

    private static bool Speaks(string? text) => text?.Contains("cursor", StringComparison.OrdinalIgnoreCase) == true;
}
