using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KlaviyoLinq.Emulator;

/// <summary>Remembers the latest requests.</summary>
internal sealed class RequestLog(int capacity)
{
    private static readonly string[] Remembered = ["Authorization", "revision", "Accept", "Accept-Encoding", "User-Agent", "X-Klaviyo-API-Filters"];

    private readonly Queue<ReceivedRequest> _requests = new();
    private readonly Lock _lock = new();

    internal IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    internal void Add(HttpContext context)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Remembered)
            if (context.Request.Headers.TryGetValue(name, out var value))
                headers.Add(name, value.ToString());
        ReceivedRequest request = new(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers);
        lock (_lock)
        {
            _requests.Enqueue(request);
            while (_requests.Count > capacity)
                _requests.Dequeue();
        }
    }

    internal void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }
}
