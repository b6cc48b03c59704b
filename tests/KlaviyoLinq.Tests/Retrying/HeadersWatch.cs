namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Passes real requests on, and reports when the headers of an answer to a further page are there: from then on its body is waited for.</summary>
internal sealed class HeadersWatch() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly SemaphoreSlim _seen = new(0);

    internal async Task SeenAsync() => (await _seen.WaitAsync(TimeSpan.FromSeconds(20))).Should().BeTrue();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.Query.Length > 0)
            _seen.Release();
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _seen.Dispose();
        base.Dispose(disposing);
    }
}
