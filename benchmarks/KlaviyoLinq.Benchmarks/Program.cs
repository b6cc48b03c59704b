using BenchmarkDotNet.Running;
using KlaviyoLinq.Benchmarks;
using KlaviyoLinq.Benchmarks.Translating;

switch (args)
{
    case ["memory", ..]:
        await MemoryCheck.RunAsync();
        break;
    case ["translate", ..]:
        await TranslateComparison.RunAsync(args);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TranslateBenchmark).Assembly).Run(args);
        break;
}
