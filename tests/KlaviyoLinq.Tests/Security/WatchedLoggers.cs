using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Security;

/// <summary>Loggers of which every entry, with its values and its exception, is looked at as one text.</summary>
internal sealed class WatchedLoggers(Action<string> look) : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();

    /// <summary>The entries so far.</summary>
    internal IReadOnlyCollection<string> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        look(Text(state));
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string entry = $"{logLevel} {eventId}: {formatter(state, exception)} {Text(state)} {exception}";
        _entries.Enqueue(entry);
        look(entry);
    }

    public void Dispose()
    {
    }

    private static string Text<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : $"{state}";
}
