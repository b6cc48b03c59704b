using System.Collections.Concurrent;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Runs everything that is awaited on one thread, and moves the clock when nothing is left to do: the same run every time.</summary>
internal sealed class OneThread(VirtualClock clock) : SynchronizationContext
{
    private readonly ConcurrentQueue<Action> _work = new();

    public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue(() => d(state));

    /// <summary>Runs until the task is done.</summary>
    internal void Run(Func<Task> begin)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            Task task = begin();
            while (!task.IsCompleted)
            {
                if (_work.TryDequeue(out Action? next))
                    next();
                else if (!clock.Advance())
                    throw new InvalidOperationException("Everybody waits, and nothing is due.");
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
