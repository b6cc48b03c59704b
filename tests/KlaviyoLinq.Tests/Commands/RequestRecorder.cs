using System.Net;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Records what is sent on a real connection.</summary>
internal sealed class RequestRecorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    internal List<SentRequest> Sent { get; } = [];

    internal SentRequest Last => Sent[^1];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = null;
        if (request.Content is { } content)
        {
            body = await content.ReadAsStringAsync(cancellationToken);
            request.Content = new StringContent(body);
            request.Content.Headers.Clear();
            foreach ((string name, IEnumerable<string> values) in content.Headers.NonValidated.Select(header => (header.Key, header.Value.AsEnumerable())))
                request.Content.Headers.TryAddWithoutValidation(name, values);
        }

        lock (Sent)
            Sent.Add(new SentRequest(request.Method.Method, request.RequestUri!.PathAndQuery, body));
        return await base.SendAsync(request, cancellationToken);
    }
}
