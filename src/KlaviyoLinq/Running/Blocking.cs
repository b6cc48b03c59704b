namespace KlaviyoLinq.Running;

/// <summary>Waits for asynchronous work on the caller's thread, with the caller's synchronization context put aside.</summary>
internal static class Blocking
{
    internal static T Wait<T>(Func<ValueTask<T>> work)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            ValueTask<T> task = work();
            return task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
