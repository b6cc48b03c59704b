using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks;

/// <summary>Streams 100,000 profiles and compares the live heap after page 100 with that after page 900: a stream must not grow.</summary>
internal static class MemoryCheck
{
    private const int Profiles = 100_000;
    private const int PageSize = 100;

    internal static async Task RunAsync()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data.Profiles = Profiles);
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_benchmark", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress });

        long atPage100 = 0;
        long atPage900 = 0;
        int items = 0;
        await foreach (Profile profile in klaviyo.Profiles)
        {
            items++;
            if (items == 100 * PageSize)
                atPage100 = GC.GetTotalMemory(forceFullCollection: true);
            else if (items == 900 * PageSize)
                atPage900 = GC.GetTotalMemory(forceFullCollection: true);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{items} profiles; live heap after page 100: {atPage100:N0} bytes, after page 900: {atPage900:N0} bytes, ratio {(double)atPage900 / atPage100:0.000}"));
    }
}
