using System.Diagnostics.Tracing;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Listener for the host names that the process looks up.</summary>
internal sealed class NameWatch(Action<string> lookedUp) : EventListener
{
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.NameResolution")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base constructor may call this before the field is there.
        if (eventData.EventName == "ResolutionStart" && eventData.Payload is [string host, ..])
            lookedUp?.Invoke(host);
    }
}
