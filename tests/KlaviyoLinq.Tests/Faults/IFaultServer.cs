namespace KlaviyoLinq.Tests.Faults;

/// <summary>A server that serves the pages of <see cref="FaultPages"/> and lets a fault strike in between.</summary>
internal interface IFaultServer : IAsyncDisposable
{
    /// <summary>What is noted instead of a request's target when no request comes of a connection.</summary>
    const string NoRequest = "(no request)";

    Uri Address { get; }

    /// <summary>What was asked for, in order.</summary>
    IReadOnlyList<string> Targets { get; }

    /// <summary>Whether the next request, or connection, meets the fault.</summary>
    bool IsDue { get; }

    /// <summary>Takes note that the fault has struck.</summary>
    void Trigger(string target);
}
