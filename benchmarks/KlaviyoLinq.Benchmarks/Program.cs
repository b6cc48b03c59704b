using BenchmarkDotNet.Running;
using KlaviyoLinq.Benchmarks;
using KlaviyoLinq.Benchmarks.Emulating;
using KlaviyoLinq.Benchmarks.Translating;

switch (args)
{
    case ["memory", ..]:
        await MemoryCheck.RunAsync();
        break;
    case ["translate", ..]:
        await TranslateComparison.RunAsync(args);
        break;
    case ["emulator", ..]:
        await EmulatorComparison.RunAsync(args);
        break;
    case [CannedServer.Command, var original, .. var targets]:
        await CannedServer.RunAsync(new Uri(original), targets);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TranslateBenchmark).Assembly).Run(args);
        break;
}
