using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Faults;

/// <summary>What is answered instead of the truth: an error document, or any bytes.</summary>
internal sealed record CannedAnswer
{
    internal required int Status { get; init; }

    /// <summary>Written as an error document, which tells the request's id.</summary>
    internal ApiError? Error { get; init; }

    internal ReadOnlyMemory<byte> Body { get; init; }

    internal string? ContentType { get; init; }
}
