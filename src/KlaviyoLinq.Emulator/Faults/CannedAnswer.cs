using System.Text;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Prepared answer in place of the real one: an error document, or any bytes.</summary>
internal sealed record CannedAnswer
{
    internal const string ChallengePage = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>";

    /// <summary>Cloudflare's challenge, which goes with the header <c>cf-mitigated: challenge</c>.</summary>
    internal static CannedAnswer Challenge { get; } = new()
    {
        Status = 403,
        ContentType = "text/html; charset=UTF-8",
        Body = Encoding.UTF8.GetBytes(ChallengePage),
    };

    internal required int Status { get; init; }

    /// <summary>Written as an error document, which contains the request's id.</summary>
    internal ApiError? Error { get; init; }

    internal ReadOnlyMemory<byte> Body { get; init; }

    internal string? ContentType { get; init; }
}
