namespace KlaviyoLinq.Tests.Faults;

/// <summary>Moments at which a fault occurs.</summary>
internal enum FaultForm
{
    /// <summary>Fault at every request, so that the first page never comes.</summary>
    Always,

    /// <summary>Fault at the first request for the second page alone; a retry receives it.</summary>
    OnceOnTheSecondPage,
}
