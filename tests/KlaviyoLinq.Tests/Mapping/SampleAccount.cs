using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>An account of samples, for all tests of a class.</summary>
public sealed class SampleAccount : IAsyncLifetime
{
    /// <summary>More rows than a projection makes before it is compiled.</summary>
    internal const int Count = 2_100;

    private readonly List<Sample> _samples = [];

    internal IReadOnlyList<Sample> Samples => _samples;

    internal KlaviyoEmulator Emulator { get; private set; } = null!;

    internal KlaviyoContext Klaviyo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        KlaviyoOptions options = new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, Grammar = FilterGrammar.Overview2022 }.Map<Sample>();
        Emulator = await KlaviyoEmulator.StartAsync(emulator =>
        {
            emulator.Catalogue = options.MappedCatalogue;
            emulator.Grammar = FilterGrammar.Overview2022;
            emulator.Data = DataSize.Empty;
        });
        options.BaseAddress = Emulator.BaseAddress;
        Klaviyo = new KlaviyoContext(options);
        for (int n = 0; n < Count; n++)
        {
            (Sample sample, string json) = Sample.Of(n);
            _samples.Add(sample);
            Emulator.Add(json);
        }
    }

    public async Task DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
