using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Reading;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Streams 20,000 profiles over loopback from a process that only hands out bytes: rate beside that of the bare bytes, and the processor time it takes.</summary>
internal sealed class StreamComparison : IDisposable
{
    private const int Pages = 200;
    private const string Query = "api/profiles?page%5Bsize%5D=100";
    private const string SparseQuery = "api/profiles?fields%5Bprofile%5D=email,location.city&page%5Bsize%5D=100";

    private readonly HandWrittenLoop _byHand = new();
    private readonly KlaviyoContext _plain;
    private readonly KlaviyoContext _ahead;
    private readonly Dictionary<string, List<double>> _processorTimes = [];

    private StreamComparison(Uri address)
    {
        Address = address;
        _plain = FreeContext.At(address);
        _ahead = FreeContext.At(address, prefetch: true);
    }

    private Uri Address { get; }

    internal static async Task RunAsync(string[] args)
    {
        using CannedServer server = await CannedServer.StartAsync(Pages);
        using StreamComparison comparison = new(server.BaseAddress);
        RatioTable table = new("Streaming 20,000 profiles over loopback", "200 pages of 100, from another process that sends canned bytes. The floor reads the bytes into one buffer and follows the links. Processor time is that of the reading process.");
        await comparison.AddAsync(table, "Whole profiles.", Query, whole: true);
        await comparison.AddAsync(table, "Three members of each (id, email, city); the pages are those that such a query gets.", SparseQuery, whole: false);
        table.Publish(ResultsFolder.Of(args), "stream.md");
    }

    public void Dispose()
    {
        _byHand.Dispose();
        _plain.Dispose();
        _ahead.Dispose();
    }

    private async Task AddAsync(RatioTable table, string text, string query, bool whole)
    {
        Uri first = new(Address, query);
        _processorTimes.Clear();
        Interleaved turns = new(rounds: 25, round: TimeSpan.FromMilliseconds(1));
        Add(turns, "the bare bytes", () => _byHand.DrainAsync(first));
        Add(turns, "GetByteArrayAsync", () => _byHand.GetAllAsync(first));
        Add(turns, "KlaviyoLinq", async () => whole ? await WholeAsync(_plain) : await ThreeMembersAsync(_plain));
        Add(turns, "KlaviyoLinq with Prefetch", async () => whole ? await WholeAsync(_ahead) : await ThreeMembersAsync(_ahead));
        Add(turns, "HttpClient and System.Text.Json by hand", async () => whole
            ? await _byHand.ReadAsync(first, HandWritten.Default.Whole, page => (page.Data!.Count, page.Links!.Next))
            : await _byHand.ReadAsync(first, HandWritten.Default.ThreeMembers, page => (page.Data!.Count, page.Links!.Next)));
        if (whole)
            Add(turns, "the same without relationships", async () => await _byHand.ReadAsync(first, HandWritten.Default.Lean, page => (page.Data!.Count, page.Links!.Next)));
        IReadOnlyList<Measurement> measurements = await turns.RunAsync(warmUp: 8);
        table.Add(text).Add(measurements).Add(string.Join("; ", measurements.Select(Rate)));
    }

    private void Add(Interleaved turns, string name, Func<Task<long>> work)
    {
        List<double> times = _processorTimes[name] = [];
        turns.Add(name, async () =>
        {
            TimeSpan before = ProcessorTime();
            await work();
            times.Add((ProcessorTime() - before).TotalSeconds);
        });
    }

    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    private string Rate(Measurement measurement)
    {
        double Quartile(string name) => _processorTimes[name].Order().ElementAt(_processorTimes[name].Count / 4);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Name}: processor time {Quartile(measurement.Name) / Quartile("the bare bytes"):0.00}×");
    }

    private static async Task<long> WholeAsync(KlaviyoContext klaviyo)
    {
        long count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
            count += profile.Id.Length > 0 ? 1 : 0;
        return count == Pages * 100 ? count : throw new InvalidOperationException($"{count} profiles came.");
    }

    private static async Task<long> ThreeMembersAsync(KlaviyoContext klaviyo)
    {
        long count = 0;
        await foreach (var row in klaviyo.Profiles.Select(p => new { p.Id, p.Email, p.Location.City }))
            count += row.Id.Length > 0 ? 1 : 0;
        return count == Pages * 100 ? count : throw new InvalidOperationException($"{count} rows came.");
    }
}
