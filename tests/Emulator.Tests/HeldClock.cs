namespace KlaviyoLinq.Emulator.Tests;

/// <summary>A clock whose timers go off when the test says so.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly TaskCompletionSource<Action> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a caller waits.</summary>
    internal Task Waiting => _timer.Task;

    internal void Release() => _timer.Task.Result();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            _timer.TrySetResult(() => callback(state));
        return new HeldTimer();
    }

    private sealed class HeldTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
