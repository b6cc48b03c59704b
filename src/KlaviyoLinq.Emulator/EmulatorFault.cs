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

    /// <summary>How many requests of the route came since the fault was set.</summary>
    public long Calls => _rule.Seen;

    /// <summary>How many of them it struck.</summary>
    public long HitCount => _rule.Struck;

    /// <summary>Whether it still counts and strikes.</summary>
    public bool IsSet => _script.Holds(_rule);

    /// <summary>Removes the fault; from now on requests go as if it had never been.</summary>
    /// <returns>Whether it was set.</returns>
    public bool Remove() => _script.Remove(_rule);

    /// <inheritdoc cref="Remove"/>
    public void Dispose() => _script.Remove(_rule);
}
