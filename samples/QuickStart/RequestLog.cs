namespace KlaviyoLinq.Samples.QuickStart;

/// <summary>
/// Watches the requests go by, to count pages and to show the first one. Any handler can be put between KlaviyoLinq and the network like this.
/// </summary>
internal sealed class RequestLog() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    internal int Requests { get; private set; }

    internal Uri? First { get; private set; }

    /// <summary>Method, path and body of the last request that had a body.</summary>
    internal string? Sent { get; private set; }

    internal void Clear() => (Requests, First, Sent) = (0, null, null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        First ??= request.RequestUri;
        Requests++;
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            Sent = $"{request.Method} {request.RequestUri?.AbsolutePath} {await content.ReadAsStringAsync(cancellationToken)}";
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
