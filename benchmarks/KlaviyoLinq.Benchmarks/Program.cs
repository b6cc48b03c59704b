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
