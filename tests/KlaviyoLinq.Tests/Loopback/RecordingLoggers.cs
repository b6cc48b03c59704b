using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>
/// Remembers what is logged, as it reads. What is told at Debug of each request and each run holds times, and is left out; tests of telemetry look at it.
/// </summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    internal IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id is not (41 or 42 or 44 or 45))
            _lines.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
