using System.Diagnostics;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Http;

/// <summary>Access token of a provider, kept until it is about to expire or Klaviyo rejects it. Concurrent requests wait for one renewal.</summary>
internal sealed partial class BearerToken(IKlaviyoTokenProvider provider, TimeProvider time, ILogger? logger) : Credential
{
    private const string Scheme = "Bearer ";

    /// <summary>The time before its end at which a token is renewed, so that it does not expire in flight.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(30);

    private static readonly ConditionalWeakTable<IKlaviyoTokenProvider, string> _accounts = [];

    private readonly SemaphoreSlim _turn = new(1, 1);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile CachedToken? _cached;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile string? _refused;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string[] _tokens = [];

    private volatile Redactor _redactor = Redactor.None;

    /// <summary>Redacts the token and the one before, which a late answer can repeat.</summary>
    internal override Redactor Redactor => _redactor;

    internal override ValueTask<string> HeaderAsync(CancellationToken cancellationToken) =>
        Good() is { } header ? ValueTask.FromResult(header) : RenewAsync(cancellationToken);

    // Of several requests with the same rejected token, the first removes it; the others find the next one, or none yet.
    internal override bool Refuse(string header)
    {
        if (_cached is { } held && held.Header == header)
        {
            _refused = header[Scheme.Length..];
            _cached = null;
        }

        return true;
    }

    internal override string AccountAt(string address) =>
        Fingerprint($"{address}\n{provider.Account ?? _accounts.GetValue(provider, static _ => Guid.NewGuid().ToString())}");

    public override string ToString() => Scheme + "…";

    private string? Good() => _cached is { } held && (held.ExpiresAt is not { } end || time.GetUtcNow() + _margin < end) ? held.Header : null;

    private async ValueTask<string> RenewAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Good() is { } renewed)
                return renewed;
            KlaviyoAccessToken token = await AskAsync(_refused, cancellationToken).ConfigureAwait(false);
            string header = Scheme + token.Token;
            if (logger is not null)
                TokenTaken(logger, token.ExpiresAt, _refused is not null);
            _tokens = [token.Token, .. _tokens.Take(1)];
            _redactor = new Redactor(_tokens);
            (_cached, _refused) = (new CachedToken(header, token.ExpiresAt), null);
            return header;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<KlaviyoAccessToken> AskAsync(string? refused, CancellationToken cancellationToken)
    {
        KlaviyoAccessToken? token;
        try
        {
            token = await provider.GetTokenAsync(refused, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new KlaviyoTokenException($"The token provider ({provider.GetType().Name}) returned no access token: it threw a {failure.GetType().Name}.", failure);
        }

        if (token is null || token.Token.Length == 0 || !HeaderText.IsPlain(token.Token))
            throw new KlaviyoTokenException($"The token provider ({provider.GetType().Name}) returned no access token, but null, an empty text, or one with characters that tokens never have.");
        return token;
    }

    [LoggerMessage(40, LogLevel.Debug, "The token provider returned an access token that expires at {ExpiresAt}. Klaviyo had rejected the one before: {WasRefused}.")]
    private static partial void TokenTaken(ILogger logger, DateTimeOffset? expiresAt, bool wasRefused);

    private sealed record CachedToken([property: DebuggerBrowsable(DebuggerBrowsableState.Never)] string Header, DateTimeOffset? ExpiresAt)
    {
        public override string ToString() => Scheme + "…";
    }
}
