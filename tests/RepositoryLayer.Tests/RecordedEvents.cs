using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Shop.Tests;

/// <summary>The log of the application, to be looked through and waited for.</summary>
internal sealed class RecordedEvents : ILoggerProvider
{
    private readonly Channel<(string Category, int Id, string Text)> _waiting = Channel.CreateUnbounded<(string, int, string)>();
    private readonly ConcurrentQueue<string> _all = new();

    internal IEnumerable<string> All => _all;

    /// <summary>The next event of a category with an id; waits for it.</summary>
    internal async Task<string> NextAsync(string category, int id)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await foreach ((string where, int which, string text) in _waiting.Reader.ReadAllAsync(patience.Token))
            if (where == category && which == id)
                return text;
        throw new InvalidOperationException("The log ended.");
    }

    public ILogger CreateLogger(string categoryName) => new RecordingLogger(categoryName, Record);

    public void Dispose() => _waiting.Writer.TryComplete();

    private void Record(string category, int id, string text)
    {
        _all.Enqueue(text);
        _waiting.Writer.TryWrite((category, id, text));
    }
}
