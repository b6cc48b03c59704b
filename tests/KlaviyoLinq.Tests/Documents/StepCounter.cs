namespace KlaviyoLinq.Tests.Documents;

/// <summary>Counter of the steps that metered code takes on this thread. Public, because the metered code is an assembly of its own.</summary>
public static class StepCounter
{
    [ThreadStatic]
    private static long _steps;

    internal static long Steps => _steps;

    public static void Step() => _steps++;

    /// <summary>A search for one text in another, counted as the most that it can take.</summary>
    public static int LastIndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part)
    {
        _steps += (long)text.Length * part.Length;
        return text.LastIndexOf(part);
    }
}
