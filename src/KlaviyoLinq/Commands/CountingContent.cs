using System.Net;
using System.Net.Http.Headers;

namespace KlaviyoLinq.Commands;

/// <summary>A body that records when it begins to be sent: before, the request cannot have been processed.</summary>
internal sealed class CountingContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Action _begins;

    /// <param name="content">The body.</param>
    /// <param name="begins">Called when the first byte is about to be sent.</param>
    internal CountingContent(HttpContent content, Action begins)
    {
        (_content, _begins) = (content, begins);
        foreach ((string name, IEnumerable<string> values) in content.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>Makes the content of a JSON:API document.</summary>
    internal static HttpContent Of(byte[] document) =>
        new ReadOnlyMemoryContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.api+json") } };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _begins();
        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
