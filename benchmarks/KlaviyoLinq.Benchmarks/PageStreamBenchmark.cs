using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks;

/// <summary>Streams 10,000 profiles over loopback from the emulator: whole, projected, and the bare bytes as the floor.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class PageStreamBenchmark
{
    private const int Profiles = 10_000;

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;
    private HttpClient _client = null!;

    /// <summary>Starts the emulator.</summary>
    [GlobalSetup]
    public async Task Start()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options => options.Data.Profiles = Profiles);
        _klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_benchmark", EnableRateLimiting = false, BaseAddress = _emulator.BaseAddress });
        _client = new HttpClient();
        _client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_benchmark");
        _client.DefaultRequestHeaders.Add("revision", "2026-07-15");
    }

    /// <summary>Stops the emulator.</summary>
    [GlobalCleanup]
    public async Task Stop()
    {
        _client.Dispose();
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    /// <summary>The floor: the same pages as bytes, without looking at more than the next cursor.</summary>
    [Benchmark(Baseline = true)]
    public async Task<long> Drain()
    {
        long bytes = 0;
        Uri? next = new(_emulator.BaseAddress, "api/profiles?page%5Bsize%5D=100");
        while (next is not null)
        {
            byte[] body = await _client.GetByteArrayAsync(next);
            bytes += body.Length;
            next = NextLink(body);
        }

        return bytes;
    }

    /// <summary>Whole profiles.</summary>
    [Benchmark]
    public async Task<int> WholeProfiles()
    {
        int count = 0;
        await foreach (Profile profile in _klaviyo.Profiles)
            count += profile.Id.Length > 0 ? 1 : 0;
        return count;
    }

    /// <summary>Three members of each profile.</summary>
    [Benchmark]
    public async Task<int> Projected()
    {
        int count = 0;
        await foreach (var row in _klaviyo.Profiles.Select(p => new { p.Id, p.Email, p.Location.City }))
            count += row.Id.Length > 0 ? 1 : 0;
        return count;
    }

    private static Uri? NextLink(byte[] body)
    {
        ReadOnlySpan<byte> name = "\"next\":\""u8;
        int start = body.AsSpan().LastIndexOf(name);
        if (start < 0)
            return null;
        ReadOnlySpan<byte> link = body.AsSpan(start + name.Length);
        return new Uri(System.Text.Encoding.UTF8.GetString(link[..link.IndexOf((byte)'"')]));
    }
}
