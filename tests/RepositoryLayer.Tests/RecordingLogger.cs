using Microsoft.Extensions.Logging;

namespace Shop.Tests;

internal sealed class RecordingLogger(string category, Action<string, int, string> record) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        record(category, eventId.Id, $"{formatter(state, exception)} {exception}");
}
