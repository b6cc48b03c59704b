using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Records what a host logs, with the values and the exceptions.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, int Id, LogLevel Level, string Text)> _entries = new();

    internal IReadOnlyList<(string Category, int Id, LogLevel Level, string Text)> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs._entries.Enqueue((category, 0, LogLevel.None, Text(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue((category, eventId.Id, logLevel, $"{formatter(state, exception)} {Text(state)} {exception}"));

        private static string Text<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : $"{state}";
    }
}
