namespace KlaviyoLinq.Tests.Faults;

/// <summary>When the fault strikes.</summary>
internal enum FaultForm
{
    /// <summary>At every request, so that the first page never comes.</summary>
    Always,

    /// <summary>At the first request for the second page alone; whoever asks again gets it.</summary>
    OnceOnTheSecondPage,
}
