using BenchmarkDotNet.Running;
using KlaviyoLinq.Benchmarks;

if (args is ["memory", ..])
    await MemoryCheck.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(TranslateBenchmark).Assembly).Run(args);
