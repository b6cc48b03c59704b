using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KlaviyoLinq.Benchmarks.Reading;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Hand-written code without a library: a client, and a loop that follows the links.</summary>
internal sealed class HandWrittenLoop : IDisposable
{
    private readonly HttpClient _client;
    private readonly byte[] _buffer = new byte[1 << 20];

    internal HandWrittenLoop(HttpMessageHandler? handler = null)
    {
        _client = handler is null ? new HttpClient() : new HttpClient(handler);
        _client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_benchmark");
        _client.DefaultRequestHeaders.Add("revision", "2026-07-15");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The floor: reads the bytes of all pages into one buffer, and looks at nothing but the link at their end.</summary>
    internal async Task<long> DrainAsync(Uri first)
    {
        long bytes = 0;
        for (Uri? next = first; next is not null;)
        {
            using HttpResponseMessage answer = await _client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead);
            using Stream body = await answer.Content.ReadAsStreamAsync();
            int length = 0;
            for (int read; (read = await body.ReadAsync(_buffer.AsMemory(length))) > 0;)
                length += read;
            bytes += length;
            next = NextLink(_buffer.AsSpan(0, length));
        }

        return bytes;
    }

    /// <summary>The bytes of all pages as one usually gets them: an array for each.</summary>
    internal async Task<long> GetAllAsync(Uri first)
    {
        long bytes = 0;
        for (Uri? next = first; next is not null;)
        {
            byte[] body = await _client.GetByteArrayAsync(next);
            bytes += body.Length;
            next = NextLink(body);
        }

        return bytes;
    }

    /// <summary>Reads all pages as objects with the framework's generated reader.</summary>
    internal async Task<int> ReadAsync<TPage>(Uri first, JsonTypeInfo<TPage> type, Func<TPage, (int Count, string? Next)> look)
    {
        int count = 0;
        for (Uri? next = first; next is not null;)
        {
            using HttpResponseMessage answer = await _client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead);
            using Stream body = await answer.Content.ReadAsStreamAsync();
            (int items, string? link) = look((await JsonSerializer.DeserializeAsync(body, type))!);
            count += items;
            next = link is null ? null : new Uri(link);
        }

        return count;
    }

    private static Uri? NextLink(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> name = "\"next\":\""u8;
        int start = body.LastIndexOf(name);
        if (start < 0)
            return null;
        ReadOnlySpan<byte> link = body[(start + name.Length)..];
        return new Uri(Encoding.UTF8.GetString(link[..link.IndexOf((byte)'"')]));
    }
}
