using System.Net.Http.Headers;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Records what is sent on a real connection, and can send it by the way of a validator.</summary>
internal sealed class SentRequests() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly List<SentRequest> _all = [];

    /// <summary>The address of a validator that requests pass; null for the direct way.</summary>
    internal Uri? By { get; set; }

    internal IReadOnlyList<SentRequest> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    internal void Clear()
    {
        lock (_all)
            _all.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            // A copy, so that the body can be read here and sent.
            ByteArrayContent copy = new(await content.ReadAsByteArrayAsync(cancellationToken));
            foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
                copy.Headers.TryAddWithoutValidation(name, values);
            request.Content = copy;
        }

        SentRequest sent = new(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.NonValidated.Contains("Authorization"));
        lock (_all)
            _all.Add(sent);
        Uri asked = request.RequestUri;
        if (By is { } by)
            request.RequestUri = new Uri(by, asked.PathAndQuery);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // Another address than that of the request would be a redirect, which KlaviyoLinq refuses.
            request.RequestUri = asked;
        }
    }
}
