namespace KlaviyoLinq.Emulator.Faults;

/// <summary>The latest answer of a route, for a fault that sends it again.</summary>
internal sealed class Replay
{
    private volatile string? _latest;

    internal void Remember(string text) => _latest = text;

    /// <summary>The answer before in place of the true one; the true one where there is none before.</summary>
    internal string Again(string text) => _latest ?? text;
}
