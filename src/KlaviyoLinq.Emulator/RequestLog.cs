using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KlaviyoLinq.Emulator;

/// <summary>Log of the latest requests.</summary>
internal sealed class RequestLog(int capacity, TimeProvider time)
{
    private const int ShownOfSecret = 5;

    private static readonly string[] _remembered = ["revision", "Accept", "Accept-Encoding", "User-Agent", "X-Klaviyo-API-Filters"];

    private readonly Queue<ReceivedRequest> _requests = new();
    private readonly Lock _lock = new();
    private long _count;

    /// <summary>Gets the number of requests so far, including those that are no longer kept.</summary>
    internal long Count => Interlocked.Read(ref _count);

    internal IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    internal ReceivedRequest Add(HttpContext context)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in _remembered)
            if (context.Request.Headers.TryGetValue(name, out var value))
                headers.Add(name, value.ToString());
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
            headers.Add("Authorization", Masked(authorization));
        ReceivedRequest request = new(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, time.GetUtcNow());
        Interlocked.Increment(ref _count);
        lock (_lock)
        {
            _requests.Enqueue(request);
            while (_requests.Count > capacity)
                _requests.Dequeue();
        }
        return request;
    }

    internal void Clear()
    {
        lock (_lock)
            _requests.Clear();
    }

    /// <summary>The scheme and the beginning of the secret: enough to distinguish two keys of a test, too little to use.</summary>
    private static string Masked(string authorization)
    {
        int blank = authorization.IndexOf(' ');
        string secret = authorization[(blank + 1)..];
        return authorization[..(blank + 1)] + secret[..Math.Min(ShownOfSecret, secret.Length / 2)] + "…";
    }
}
