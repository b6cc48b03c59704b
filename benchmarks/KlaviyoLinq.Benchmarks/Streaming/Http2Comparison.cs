namespace KlaviyoLinq.Benchmarks.Streaming;

internal static class Http2Comparison { internal static Task RunAsync(string[] args) => Task.CompletedTask; }
