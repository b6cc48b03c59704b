using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>Records what is logged, as it reads, except the entries of every request and of every run.</summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    /// <summary>An answer, an answer that did not come, a run that ended, a run that was broken off, a command that ended.</summary>
    private static readonly int[] _ofEveryRequest = [41, 42, 44, 45, 46];

    private readonly ConcurrentQueue<string> _lines = new();

    internal IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!_ofEveryRequest.Contains(eventId.Id))
            _lines.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
