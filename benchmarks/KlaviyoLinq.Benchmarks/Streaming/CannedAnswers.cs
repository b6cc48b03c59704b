using System.Globalization;
using System.Text;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Canned pages as answers of HTTP/1.1, chained by cursors that are numbers.</summary>
internal sealed class CannedAnswers(Uri address, IReadOnlyList<byte[]> pages, int count)
{
    private const string Cursor = "cursor%5D=";

    private readonly byte[][] _beginnings = [.. pages.Select(CannedPages.WithoutLinks)];

    /// <summary>The head and body of the answer to a request, whole and in pieces as they lie in memory.</summary>
    /// <param name="head">The request's head.</param>
    internal IList<ArraySegment<byte>> To(string head)
    {
        int place = head.IndexOf(Cursor, StringComparison.OrdinalIgnoreCase);
        int page = place < 0 ? 0 : int.Parse(head.AsSpan(place + Cursor.Length, 6), CultureInfo.InvariantCulture);
        byte[] beginning = _beginnings[page % _beginnings.Length];
        string target = head[(head.IndexOf('/', StringComparison.Ordinal) + 1)..head.IndexOf(" HTTP/", StringComparison.Ordinal)];
        string bare = place < 0 ? target : target[..target.IndexOf("&page%5B" + Cursor, StringComparison.OrdinalIgnoreCase)];
        string next = page + 1 < count ? $"\"{address}{bare}&page%5B{Cursor}{page + 1:000000}\"" : "null";
        byte[] end = Encoding.ASCII.GetBytes($",\"links\":{{\"self\":\"{address}{target}\",\"next\":{next},\"prev\":null}}}}");
        byte[] start = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nContent-Length: {beginning.Length + end.Length}\r\n\r\n");
        return [start, beginning, end];
    }
}
