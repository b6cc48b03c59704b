using KlaviyoLinq.Emulator.Documents;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Outcome of a request: the status of a success, or the error.</summary>
internal readonly record struct Outcome(int Status, ApiError? Error)
{
    public static implicit operator Outcome(ApiError? error) => new(error?.Status ?? StatusCodes.Status200OK, error);
}
