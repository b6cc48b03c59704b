using System.Collections.Concurrent;

namespace KlaviyoLinq.Tests.Streams;

/// <summary>Holds first requests back until so many of them are in flight at once, and later pages, where that is wanted, until they are cancelled.</summary>
internal sealed class GatheringHandler(int count, bool holdsLaterPages = false) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly TaskCompletionSource _gathered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _never = new();
    private readonly ConcurrentQueue<string> _requests = [];
    private int _inFlight;
    private int _cancelled;

    /// <summary>The queries of all requests, decoded.</summary>
    internal IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Number of held requests that were cancelled.</summary>
    internal int Cancelled => _cancelled;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string query = Uri.UnescapeDataString(request.RequestUri!.Query);
        _requests.Enqueue(query);
        bool isFirst = !query.Contains("page[cursor]", StringComparison.Ordinal);
        if (isFirst && Interlocked.Increment(ref _inFlight) == count)
            _gathered.SetResult();
        try
        {
            if (isFirst)
                await _gathered.Task.WaitAsync(cancellationToken);
            else if (holdsLaterPages)
                await _never.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
