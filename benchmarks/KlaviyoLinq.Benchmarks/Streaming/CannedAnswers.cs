using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Canned pages as answers of HTTP/1.1, chained by cursors that are numbers. An answer that was given before lies ready.</summary>
internal sealed class CannedAnswers(Uri address, IReadOnlyList<byte[]> pages, int count)
{
    private readonly byte[][] _beginnings = [.. pages.Select(CannedPages.WithoutLinks)];
    private readonly ConcurrentDictionary<string, IList<ArraySegment<byte>>> _ready = new(StringComparer.Ordinal);

    /// <summary>The head and body of the answer to a request, whole and in pieces as they lie in memory.</summary>
    /// <param name="target">Path and query, without the slash before them.</param>
    internal IList<ArraySegment<byte>> To(string target) => _ready.GetOrAdd(target, Answer);

    private IList<ArraySegment<byte>> Answer(string target)
    {
        string[] parameters = target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&');
        string? cursor = parameters.FirstOrDefault(IsCursor);
        int page = cursor is null ? 0 : int.Parse(cursor.AsSpan(cursor.IndexOf('=', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        byte[] beginning = _beginnings[page % _beginnings.Length];
        string others = string.Join('&', parameters.Where(parameter => !IsCursor(parameter)));
        string next = page + 1 < count ? $"\"{address}{target[..target.IndexOf('?', StringComparison.Ordinal)]}?{others}&page%5Bcursor%5D={page + 1:000000}\"" : "null";
        byte[] end = Encoding.ASCII.GetBytes($",\"links\":{{\"self\":\"{address}{target}\",\"next\":{next},\"prev\":null}}}}");
        byte[] start = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nContent-Length: {beginning.Length + end.Length}\r\n\r\n");
        return [start, beginning, end];
    }

    // Not everybody writes the brackets in the same way.
    private static bool IsCursor(string parameter) =>
        parameter.StartsWith("page[cursor]=", StringComparison.Ordinal) || parameter.StartsWith("page%5Bcursor%5D=", StringComparison.Ordinal);
}
