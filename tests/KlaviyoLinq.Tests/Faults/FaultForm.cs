namespace KlaviyoLinq.Tests.Faults;

/// <summary>Moments at which a fault occurs.</summary>
internal enum FaultForm
{
    /// <summary>At every request, so that the first page never comes.</summary>
    Always,

    /// <summary>At the first request for the second page alone; whoever asks again gets it.</summary>
    OnceOnTheSecondPage,
}
