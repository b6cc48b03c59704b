using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

[Collection("alone")]
public sealed class MemoryTests
{
    private const int PageSize = 100;

    [Fact]
    public async Task A_stream_of_a_hundred_thousand_profiles_leaves_the_live_heap_flat()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.Data.Profiles = 100_000;
            options.RequestLogCapacity = 1;
        });
        await using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress });

        long early = 0;
        long late = 0;
        int rows = 0;
        await foreach (Profile _ in klaviyo.Profiles)
        {
            rows++;
            if (rows == 100 * PageSize)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (rows == 900 * PageSize)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }

        // 80,000 profiles that were held on to would weigh some 60 MB.
        rows.Should().Be(100_000);
        (late - early).Should().BeLessThan(4_000_000);
    }
}
