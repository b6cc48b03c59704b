using System.Diagnostics.Tracing;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Listener for the events of the framework's public HTTP event sources.</summary>
internal sealed class EventWatch(Action<string> heard) : EventListener
{
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Security" or "System.Net.NameResolution")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    // The base constructor may call this before the field is there.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        heard?.Invoke($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
}
