using System.Collections.Concurrent;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Returns these tokens one after the other, and fails after the last.</summary>
internal sealed class ListedTokens(params string[] tokens) : IKlaviyoTokenProvider
{
    private readonly ConcurrentQueue<string?> _refused = new();

    /// <summary>Rejected token of each call.</summary>
    internal IReadOnlyList<string?> Refused => [.. _refused];

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal TimeSpan? Lifetime { get; init; }

    /// <summary>Task that the tokens wait for.</summary>
    internal TaskCompletionSource? Gate { get; init; }

    public string? Account { get; init; }

    public async ValueTask<KlaviyoAccessToken> GetTokenAsync(string? refused, CancellationToken cancellationToken)
    {
        _refused.Enqueue(refused);
        if (Gate is not null)
            await Gate.Task.InTimeAsync();
        string token = _refused.Count <= tokens.Length ? tokens[_refused.Count - 1] : throw new ArgumentOutOfRangeException(nameof(refused));
        return new KlaviyoAccessToken(token, Clock.GetUtcNow() + Lifetime);
    }
}
