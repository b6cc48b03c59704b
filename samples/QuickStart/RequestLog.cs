namespace KlaviyoLinq.Samples.QuickStart;

/// <summary>
/// Watches the requests go by, to count pages and to show the first one. Any handler can be put between KlaviyoLinq and the network like this.
/// </summary>
internal sealed class RequestLog() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    internal int Requests { get; private set; }

    internal Uri? First { get; private set; }

    internal void Clear() => (Requests, First) = (0, null);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        First ??= request.RequestUri;
        Requests++;
        return base.SendAsync(request, cancellationToken);
    }
}
