using System.Buffers;
using System.Net;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Http;

/// <summary>
/// Sends GETs to one origin, and the key nowhere else. An answer is read whole before it is handed on. One call is one attempt: whether to try
/// again is decided above.
/// </summary>
internal sealed class KlaviyoConnection : IDisposable
{
    private static readonly string _userAgent = $"KlaviyoLinq/{typeof(KlaviyoConnection).Assembly.GetName().Version?.ToString(3)} (.NET {Environment.Version})";

    // What the request line says is what was composed: without this, Uri would fold "/profiles/.." and unescape some characters.
    private static readonly UriCreationOptions _verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly SearchValues<char> _requestCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=:@/?[]");

    private readonly ConnectionSettings _settings;
    private readonly HttpClient _client;
    private readonly string _prefix;

    internal KlaviyoConnection(ConnectionSettings settings)
    {
        _settings = settings;
        _client = settings.HttpClient ?? ClientOver(settings.HttpMessageHandler);
        _prefix = settings.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => _settings.Credential?.Redactor ?? Redactor.None;

    /// <summary>Asks once.</summary>
    /// <param name="pathAndQuery">The request from <c>/api</c> on, percent-encoded.</param>
    /// <param name="withKey">Whether the key goes along; the public <c>/client</c> operations take none.</param>
    /// <param name="headers">What stands in the request's head besides the headers of every request.</param>
    /// <param name="cancellationToken">The user's token; it is the one inside the exception when it stops the exchange.</param>
    /// <returns>The answer, be it a success or not.</returns>
    /// <exception cref="KlaviyoException">No whole answer came.</exception>
    internal async Task<KlaviyoAnswer> GetAsync(string pathAndQuery, bool withKey, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Compose(pathAndQuery, headers);
        Uri asked = request.RequestUri!;

        // The client's own timeout ends with the headers; this one also covers the body, and the token before it.
        using var deadline = new CancellationTokenSource(_settings.Timeout, _settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            string? authorization = withKey && _settings.Credential is { } credential ? await credential.HeaderAsync(either.Token).ConfigureAwait(false) : null;
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (request.RequestUri != asked)
                throw new KlaviyoProtocolException($"The given HttpClient followed a redirect to {Redactor.Header(request.RequestUri?.Host)}. Build it on a handler with AllowAutoRedirect = false: a redirect takes the request to another host.");
            ResponseBody body = await ReadBodyAsync(response, either.Token).ConfigureAwait(false);
            bool mayRenew = response.StatusCode == HttpStatusCode.Unauthorized && authorization is not null && _settings.Credential!.Refuse(authorization);
            return response.ToAnswer(body, _settings.TimeProvider, mayRenew, Redactor);
        }
        catch (Exception exception) when (exception is OperationCanceledException || TransportFaults.IsFault(exception))
        {
            // A stopped exchange ends in all kinds of exceptions, so what stopped it is asked first.
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException("The query was cancelled.", exception, cancellationToken);
            if (deadline.IsCancellationRequested)
                throw KlaviyoTimeoutException.OfAttempt(_settings.Timeout, "KlaviyoOptions.Timeout", exception);
            if (exception is { InnerException: TimeoutException })
                throw KlaviyoTimeoutException.OfAttempt(_client.Timeout, "the Timeout of the given HttpClient", exception);
            if (exception is OperationCanceledException)
                throw; // the connection was disposed under way
            throw new KlaviyoTransportException(TransportFaults.ErrorOf(exception), asked.Host, TransportFaults.Quotes(exception) ? null : exception);
        }
    }

    public void Dispose()
    {
        // A client that was given belongs to who gave it; a handler that was given survives our client.
        if (_settings.HttpClient is null)
            _client.Dispose();
    }

    private async Task<ResponseBody> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (KlaviyoResponseTooLargeException) when (!response.IsSuccessStatusCode)
        {
            // What the status says must not be lost because too much is said of it.
            return ResponseBody.Empty();
        }
    }

    private HttpRequestMessage Compose(string pathAndQuery, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        // An origin followed by a slash stays that origin, whatever comes after it.
        if (pathAndQuery is not ['/', ..] || pathAndQuery.AsSpan().ContainsAnyExcept(_requestCharacters))
            throw new ArgumentException("A request is a path and a query, percent-encoded.", nameof(pathAndQuery));

        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_prefix + pathAndQuery, _verbatim))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("revision", _settings.Revision);
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.api+json");
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HttpClient ClientOver(HttpMessageHandler? handler) =>
        new(handler ?? OwnHandler(), disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>What requests are sent with when the user gives nothing.</summary>
    internal static SocketsHttpHandler OwnHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate,
        EnableMultipleHttp2Connections = true,

        // A page in one go: with the 64 KiB that HTTP/2 begins with, a page waits for several round trips until the window has grown.
        InitialHttp2StreamWindowSize = 4 * 1024 * 1024,

        // Connections are renewed so that a long-lived program notices when the host moves.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
