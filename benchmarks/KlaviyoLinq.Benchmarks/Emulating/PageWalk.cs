using System.Text;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>
/// Walks through the pages of one server, again and again from the beginning: the bare bytes over one connection, of which nothing is looked at but the
/// next link. Only the link's path and query count, so that a page may have been written for another server.
/// </summary>
internal sealed class PageWalk : IDisposable
{
    private const string NextLink = "\"next\":\"";

    private readonly HttpClient _client;
    private readonly Uri _server;
    private readonly string _first;
    private byte[] _page = new byte[1024 * 1024];
    private string _target;

    /// <param name="server">The server.</param>
    /// <param name="first">Path and query of the first page.</param>
    internal PageWalk(Uri server, string first)
    {
        _client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        _client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_benchmark");
        _client.DefaultRequestHeaders.Add("revision", "2026-07-15");
        _server = server;
        _first = _target = first;
    }

    /// <summary>Walks on by so many pages.</summary>
    internal async ValueTask OnAsync(int pages)
    {
        for (int i = 0; i < pages; i++)
            _target = Next(await ReadAsync()) ?? _first;
    }

    /// <summary>Walks once from the first page to the last, and shows each with the target by which it was requested.</summary>
    internal async Task RoundAsync(Action<string, ReadOnlySpan<byte>> show)
    {
        string? target = _target = _first;
        while (target is not null)
        {
            _target = target;
            int length = await ReadAsync();
            show(target, _page.AsSpan(0, length));
            target = Next(length);
        }
        _target = _first;
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<int> ReadAsync()
    {
        using HttpResponseMessage answer = await _client.GetAsync(new Uri(_server, _target), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        int length = 0;
        while (true)
        {
            if (length == _page.Length)
                Array.Resize(ref _page, length * 2);
            int read = await body.ReadAsync(_page.AsMemory(length));
            if (read == 0)
                return length;
            length += read;
        }
    }

    private string? Next(int length)
    {
        ReadOnlySpan<byte> page = _page.AsSpan(0, length);
        int start = page.LastIndexOf(Encoding.UTF8.GetBytes(NextLink));
        if (start < 0)
            return null;
        ReadOnlySpan<byte> link = page[(start + NextLink.Length)..];
        return new Uri(Encoding.UTF8.GetString(link[..link.IndexOf((byte)'"')])).PathAndQuery;
    }
}
