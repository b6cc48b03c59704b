using System.Runtime.CompilerServices;

namespace KlaviyoLinq.TestRun;

/// <summary>Waits of tests. Each has a bound, after which the test fails with a sentence that names the missing event.</summary>
internal static class Patience
{
    /// <summary>
    /// The looks at a condition between which only the thread is yielded. Later ones are a millisecond apart, and leave the processor to the work
    /// that is awaited.
    /// </summary>
    private const int QuickLooks = 100;

    /// <summary>The longest wait unless a test names another: far more than anything takes on a busy machine.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="run">The task that leads to the condition. When it ends first, its failure is thrown.</param>
    /// <param name="text">The condition as it is written.</param>
    internal static async Task UntilAsync(Func<bool> condition, Task? run = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        long begin = TimeProvider.System.GetTimestamp();
        for (int looks = 0; ; looks++)
        {
            bool hasEnded = run is { IsCompleted: true };
            if (condition())
                return;
            if (hasEnded)
            {
                await run!;
                throw new InvalidOperationException($"The run ended before this held: {text}");
            }

            if (TimeProvider.System.GetElapsedTime(begin) > Longest)
                throw new TimeoutException($"This did not hold within {Longest.TotalSeconds} s: {text}");
            if (looks < QuickLooks)
                await Task.Yield();
            else
                await Task.Delay(1);
        }
    }

    /// <summary>Waits for a task.</summary>
    internal static async Task InTimeAsync(this Task task, TimeSpan? within = null, [CallerArgumentExpression(nameof(task))] string text = "")
    {
        TimeSpan longest = within ?? Longest;
        try
        {
            await task.WaitAsync(longest);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException($"This did not end within {longest.TotalSeconds} s: {text}");
        }
    }

    /// <summary>Waits for the result of a task.</summary>
    internal static async Task<T> InTimeAsync<T>(this Task<T> task, TimeSpan? within = null, [CallerArgumentExpression(nameof(task))] string text = "")
    {
        await InTimeAsync((Task)task, within, text);
        return await task;
    }
}
