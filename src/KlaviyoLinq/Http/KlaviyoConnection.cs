using System.Buffers;
using System.Net;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Http;

/// <summary>
/// Sends requests to one origin, and the credential only there. Answers are read whole before they are returned. One call is one attempt; retries are
/// decided by the caller.
/// </summary>
internal sealed class KlaviyoConnection : IDisposable
{
    private static readonly string _userAgent = $"KlaviyoLinq/{typeof(KlaviyoConnection).Assembly.GetName().Version?.ToString(3)} (.NET {Environment.Version})";

    // The request line must be what was written: otherwise, Uri would fold "/profiles/.." and unescape some characters.
    private static readonly UriCreationOptions _verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly SearchValues<char> _requestCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=:@/?[]");

    private readonly ConnectionSettings _settings;
    private readonly HttpClient _client;
    private readonly string _prefix;

    // A client of their own: what is read ends when the context is disposed, and what is written is awaited.
    private readonly HttpClient _writer;
    private readonly OpenWrites _writes = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly HttpMessageHandler? _ownHandler;

    internal KlaviyoConnection(ConnectionSettings settings)
    {
        _settings = settings;
        _ownHandler = settings is { HttpClient: null, HttpMessageHandler: null } ? OwnHandler() : null;
        _client = settings.HttpClient ?? ClientOver(settings.HttpMessageHandler ?? _ownHandler!);
        _writer = settings.HttpClient ?? ClientOver(settings.HttpMessageHandler ?? _ownHandler!);
        _prefix = settings.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => _settings.Credential?.Redactor ?? Redactor.None;

    /// <summary>The token that is cancelled when the connection is disposed.</summary>
    internal CancellationToken Closing => _closing.Token;

    /// <summary>Makes one attempt.</summary>
    /// <param name="call">The request.</param>
    /// <param name="cancellationToken">The user's token. Where it ends the attempt, it is the token of the exception.</param>
    /// <returns>The answer, of any status.</returns>
    /// <exception cref="KlaviyoException">No complete answer arrived.</exception>
    internal Task<KlaviyoAnswer> SendAsync(ApiRequest call, CancellationToken cancellationToken) =>
        call.OutlivesContext ? WriteAsync(call, cancellationToken) : SendAsync(_client, call, cancellationToken);

    private async Task<KlaviyoAnswer> WriteAsync(ApiRequest call, CancellationToken cancellationToken)
    {
        _writes.Begin();
        try
        {
            return await SendAsync(_writer, call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writes.End();
        }
    }

    private async Task<KlaviyoAnswer> SendAsync(HttpClient client, ApiRequest call, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Compose(call);
        Uri asked = request.RequestUri!;

        // The client's own timeout ends with the headers; this one also covers the access token and the body.
        using var deadline = new CancellationTokenSource(_settings.Timeout, _settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            string? authorization = !call.IsAnonymous && _settings.Credential is { } credential
                ? await credential.HeaderAsync(either.Token).ConfigureAwait(false)
                : null;
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (request.RequestUri != asked)
                throw new KlaviyoProtocolException($"The given HttpClient followed a redirect to {Redactor.Header(request.RequestUri?.Host)}. Build it on a handler with AllowAutoRedirect = false: a redirect takes the request to another host.");
            ResponseBody body = await ReadBodyAsync(response, either.Token).ConfigureAwait(false);
            bool mayRenew = response.StatusCode == HttpStatusCode.Unauthorized && authorization is not null && _settings.Credential!.Refuse(authorization);
            return response.ToAnswer(body, _settings.TimeProvider, mayRenew, Redactor);
        }
        catch (Exception exception) when (exception is OperationCanceledException || TransportFaults.IsFault(exception))
        {
            // An exchange that was stopped ends in many kinds of exceptions, so the cause is checked first.
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException("The query was cancelled.", exception, cancellationToken);
            if (deadline.IsCancellationRequested)
                throw KlaviyoTimeoutException.OfAttempt(_settings.Timeout, "KlaviyoOptions.Timeout", exception);
            if (exception is { InnerException: TimeoutException })
                throw KlaviyoTimeoutException.OfAttempt(client.Timeout, "the Timeout of the given HttpClient", exception);
            if (exception is OperationCanceledException)
                throw; // the connection was disposed in the meantime
            throw new KlaviyoTransportException(TransportFaults.ErrorOf(exception), asked.Host, TransportFaults.Quotes(exception) ? null : exception);
        }
    }

    public void Dispose()
    {
        // The user disposes a given client; a given handler outlives our clients.
        if (_settings.HttpClient is null)
            _client.Dispose();
        _writes.Close(() =>
        {
            if (_settings.HttpClient is null)
                _writer.Dispose();
            _ownHandler?.Dispose();
        });

        // Last: it can end the writes, and with the last of them the transport.
        _closing.Cancel();
    }

    private async Task<ResponseBody> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (KlaviyoResponseTooLargeException) when (!response.IsSuccessStatusCode)
        {
            // The status of an error must not get lost because its body is too large.
            return ResponseBody.Empty();
        }
    }

    private HttpRequestMessage Compose(ApiRequest call)
    {
        // Only a leading slash guarantees that the origin stays the origin, whatever follows.
        if (call.PathAndQuery is not ['/', ..] || call.PathAndQuery.AsSpan().ContainsAnyExcept(_requestCharacters))
            throw new ArgumentException("A request is a path and a query, percent-encoded.", nameof(call));

        var request = new HttpRequestMessage(call.Method, new Uri(_prefix + call.PathAndQuery, _verbatim))
        {
            Content = call.Content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("revision", _settings.Revision);
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.api+json");
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        foreach ((string name, string value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HttpClient ClientOver(HttpMessageHandler handler) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Makes the handler of a context that is given neither a client nor a handler.</summary>
    internal static SocketsHttpHandler OwnHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate,
        EnableMultipleHttp2Connections = true,

        // A whole page at once: with the default of 64 KiB, a page takes several round trips until the window has grown.
        InitialHttp2StreamWindowSize = 4 * 1024 * 1024,

        // Connections are renewed so that a long-lived process follows DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
