namespace KlaviyoLinq.Tests.Commands;

/// <summary>Holds answers back: the request was processed, and its answer is on its way until a test releases it.</summary>
internal sealed class HeldAnswers(HttpMessageHandler inner, Func<HttpRequestMessage, bool> isHeld) : DelegatingHandler(inner)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first answer is held.</summary>
    internal Task Arrived => _arrived.Task;

    internal void Release() => _released.TrySetResult();

    // The inner handler belongs to the test.
    protected override void Dispose(bool disposing)
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        if (!isHeld(request))
            return answer;
        _arrived.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return answer;
    }
}
