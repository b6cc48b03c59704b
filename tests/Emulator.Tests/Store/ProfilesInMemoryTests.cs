namespace KlaviyoLinq.Emulator.Tests.Store;

[Collection("alone")]
public sealed class ProfilesInMemoryTests
{
    private const int Profiles = 50_000;
    private const long TwoGiB = 2L * 1024 * 1024 * 1024;

    [Fact]
    public async Task A_profile_takes_less_than_the_millionth_part_of_two_gibibytes()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = Profiles, Events = 0 });
        using EmulatorClient client = new(emulator);

        (await client.Get("/api/profiles?sort=-updated")).Body.GetProperty("data").GetArrayLength().Should().Be(20);

        long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Profiles;
        // A tenth is left to the runtime and to what the collector has not come to yet.
        each.Should().BeInRange(1, TwoGiB / 1_000_000 * 9 / 10);
        emulator.Count("profile").Should().Be(Profiles);
    }
}
