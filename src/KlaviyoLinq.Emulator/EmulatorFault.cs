using KlaviyoLinq.Emulator.Faults;

namespace KlaviyoLinq.Emulator;

/// <summary>A fault that is set. Disposing of it removes it.</summary>
public sealed class EmulatorFault : IDisposable
{
    private readonly FaultScript _script;
    private readonly FaultRule _rule;

    internal EmulatorFault(FaultScript script, FaultRule rule)
    {
        _script = script;
        _rule = rule;
    }

    /// <summary>The route as it was written.</summary>
    public string Route => _rule.Route;

    /// <summary>Gets the number of requests to the route since the fault was set.</summary>
    public long Calls => _rule.Seen;

    /// <summary>Gets the number of requests that received the fault.</summary>
    public long HitCount => _rule.Struck;

    /// <summary>Gets a value that indicates whether the fault is still active.</summary>
    public bool IsSet => _script.Holds(_rule);

    /// <summary>Removes the fault; from now on requests go as if it had never been.</summary>
    /// <returns>Whether it was set.</returns>
    public bool Remove() => _script.Remove(_rule);

    /// <inheritdoc cref="Remove"/>
    public void Dispose() => _script.Remove(_rule);
}
