using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Faults;

/// <summary>The error documents that statuses come with.</summary>
internal static class FaultErrors
{
    internal static ApiError Of(int status, string? detail, TimeSpan? retryAfter)
    {
        ApiError error = status switch
        {
            400 => new ApiError(400, "invalid", "Invalid input.", "Invalid input.") { LinksAndMeta = true },
            401 => ApiError.NotAuthenticated,
            403 =>
                new ApiError(
                    403, "permission_denied", "You do not have permission to perform this action.",
                    "You do not have permission to perform this action.") { Pointer = "/data/" },
            404 => ApiError.NotFound("A resource with this id does not exist."),
            409 => new ApiError(409, "conflict", "Conflict.", "The request conflicts with the state of the resource.") { Pointer = "/data/" },
            410 => new ApiError(410, "gone", "Gone.", "This endpoint is no longer there.") { Pointer = "/data/" },
            429 => ApiError.Throttled(Seconds(retryAfter ?? TimeSpan.Zero)),
            503 => new ApiError(503, "service_unavailable", "Service unavailable.", "The service is temporarily unavailable.") { Pointer = "/data/" },
            >= 500 => new ApiError(status, "error", "A server error occurred.", "A server error occurred.") { Pointer = "/data/" },
            _ => new ApiError(status, "error", "Error.", "The request was refused.") { Pointer = "/data/" },
        };
        return detail is null ? error : error with { Detail = detail };
    }

    /// <summary>Whole seconds, as in the header; never too few.</summary>
    internal static long Seconds(TimeSpan wait) => (long)Math.Ceiling(wait.TotalSeconds);
}
