using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Testing.Tests;

/// <summary>Rate limits of contexts that the emulator makes.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task An_emulator_on_the_port_of_an_earlier_one_begins_with_limits_of_its_own()
    {
        int port = await QueriedAsync(port: 0);

        (await QueriedAsync(port)).Should().Be(port);
    }

    [Fact]
    public async Task Contexts_of_one_emulator_share_their_limits()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(_ => { });
        await using KlaviyoContext one = emulator.CreateContext();
        await using KlaviyoContext other = emulator.CreateContext();

        await one.Lists.AnyAsync();
        await other.Lists.AnyAsync();

        one.RateLimits.Single().Windows.Single(window => window.Length == TimeSpan.FromMinutes(1))
            .Should().Match<KlaviyoRateLimitWindow>(minute => minute.Remaining == minute.Limit - 2);
    }

    private static async Task<int> QueriedAsync(int port)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Port = port);
        await using KlaviyoContext klaviyo = emulator.CreateContext();

        (await klaviyo.Lists.AnyAsync()).Should().BeTrue();

        klaviyo.RateLimits.Single().Windows.Should().OnlyContain(window => window.Remaining == window.Limit - 1);
        return emulator.BaseAddress.Port;
    }
}
