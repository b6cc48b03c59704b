namespace KlaviyoLinq.Tests.Faults;

/// <summary>A server that serves the pages of <see cref="FaultPages"/> and injects a fault in between.</summary>
internal interface IFaultServer : IAsyncDisposable
{
    /// <summary>Text recorded in place of a target when a connection brings no request.</summary>
    const string NoRequest = "(no request)";

    Uri Address { get; }

    /// <summary>Targets of the received requests, in order.</summary>
    IReadOnlyList<string> Targets { get; }

    /// <summary>Indicates whether the next request, or connection, meets the fault.</summary>
    bool IsDue { get; }

    /// <summary>Takes note that the fault has struck.</summary>
    void Trigger(string target);
}
