namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>All cases of the fault matrix, in the order of its documentation.</summary>
internal static class FaultCases
{
    internal static IReadOnlyList<FaultCase> All { get; } =
    [
        .. ConnectionFaults.Cases,
        .. ProtocolFaults.Cases,
        .. CutFaults.Cases,
        .. Http2Faults.Cases,
        .. SlowFaults.Cases,
        .. SizeFaults.Cases,
        .. StatusFaults.Cases,
        .. DocumentFaults.Cases,
        .. ValueFaults.Cases,
        .. LenientCases.Cases,
    ];

    private static readonly Dictionary<string, FaultCase> _byName = All.ToDictionary(fault => fault.Name);

    internal static FaultCase Of(string name) => _byName[name];
}
