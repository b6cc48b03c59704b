using KlaviyoLinq.Emulator.Faults;

namespace KlaviyoLinq.Emulator;

/// <summary>
/// Faults of an emulator: <c>emulator.Faults.On("GET /api/profiles").Call(3).Respond(503)</c>. Each fault counts the requests of its
/// route from the moment it is set, whatever other faults do, so that the same requests in the same order always meet the same faults. When several
/// apply at once their delays add up, and of the answers, ways of sending and headers the fault counts that was set first.
/// </summary>
public sealed class EmulatorFaults
{
    private readonly FaultScript _script;

    internal EmulatorFaults(FaultScript script) => _script = script;

    /// <summary>Begins a fault of the requests of a route.</summary>
    /// <param name="route">
    /// A method (any when left out) and a path, where <c>{id}</c> stands for any one segment and a closing <c>*</c> for anything more:
    /// <c>GET /api/profiles</c>, <c>/api/lists/{id}/profiles</c>, <c>/api/catalog*</c>, <c>*</c>.
    /// </param>
    /// <exception cref="ArgumentException">The text is not a route.</exception>
    public EmulatorFaultRoute On(string route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return new EmulatorFaultRoute(_script, RoutePattern.Parse(route));
    }

    /// <summary>Begins a fault of all requests: <c>On("*")</c>.</summary>
    public EmulatorFaultRoute OnAny() => On("*");

    /// <summary>Removes every fault.</summary>
    public void Clear() => _script.Clear();
}
