using BenchmarkDotNet.Running;
using KlaviyoLinq.Benchmarks.Emulating;
using KlaviyoLinq.Benchmarks.Gating;
using KlaviyoLinq.Benchmarks.Growing;
using KlaviyoLinq.Benchmarks.Reading;
using KlaviyoLinq.Benchmarks.Streaming;
using KlaviyoLinq.Benchmarks.Translating;
using KlaviyoLinq.Benchmarks.Writing;

switch (args)
{
    case ["memory", ..]:
        await MemoryComparison.RunAsync(args);
        break;
    case ["materialise", ..]:
        await MaterialiseComparison.RunAsync(args);
        break;
    case ["write", ..]:
        await WriteComparison.RunAsync(args);
        break;
    case ["growth", ..]:
        await GrowthComparison.RunAsync(args);
        break;
    case ["gate", ..]:
        return await Gate.RunAsync();
    case ["stream", ..]:
        await StreamComparison.RunAsync(args);
        break;
    case ["overlap", ..]:
        await OverlapComparison.RunAsync(args);
        break;
    case ["http2", ..]:
        await Http2Comparison.RunAsync(args);
        break;
    case ["serve", ..]:
        await CannedServer.ServeAsync(args);
        break;
    case ["translate", ..]:
        await TranslateComparison.RunAsync(args);
        break;
    case ["emulator", ..]:
        await EmulatorComparison.RunAsync(args);
        break;
    case [LearntServer.Command, var original, .. var targets]:
        await LearntServer.RunAsync(new Uri(original), targets);
        break;
    case ["first-query", ..]:
        await FirstQueryComparison.RunAsync(args);
        break;
    case ["first-query-once", var mode]:
        FirstQueryComparison.RunOnce(mode);
        break;
    case ["plans", ..]:
        await PlansComparison.RunAsync(args);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TranslateBenchmark).Assembly).Run(args);
        break;
}

return 0;
