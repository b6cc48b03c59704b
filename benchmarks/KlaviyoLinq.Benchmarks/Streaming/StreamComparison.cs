using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Reading;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>
/// Streams 20,000 profiles over loopback from a process that only returns bytes: rate beside that of the bare bytes, and the processor time it
/// takes.
/// </summary>
internal sealed class StreamComparison : IDisposable
{
    private const int Pages = 200;
    private const int WarmUp = 10;
    private const string Query = "api/profiles?page%5Bsize%5D=100";
    private const string SparseQuery = "api/profiles?fields%5Bprofile%5D=email,location.city&page%5Bsize%5D=100";
    private const string Bare = "the bare bytes";
    private const string Arrays = "GetByteArrayAsync";

    internal const string Plain = "KlaviyoLinq";
    internal const string Ahead = "KlaviyoLinq with Prefetch";
    internal const string ByHand = "HttpClient and System.Text.Json by hand";

    private readonly int _pages;
    private readonly HandWrittenLoop _byHand = new();
    private readonly KlaviyoContext _plain;
    private readonly KlaviyoContext _ahead;

    internal StreamComparison(Uri address, int pages)
    {
        _pages = pages;
        Address = address;
        _plain = FreeContext.At(address);
        _ahead = FreeContext.At(address, prefetch: true);
    }

    private Uri Address { get; }

    internal static async Task RunAsync(string[] args)
    {
        using CannedServer server = await CannedServer.StartAsync(Pages);
        using StreamComparison comparison = new(server.BaseAddress, Pages);
        RatioTable table = new(
            "Streaming 20,000 profiles over loopback",
            "200 pages of 100, from another process that sends canned bytes as fast as a socket takes them, one after the other, as each cursor stands in the page before. The floor reads the bytes into one buffer and follows the links. Processor time is that of the reading process.");
        Add(table, "Whole profiles.", await comparison.WholeAsync(rounds: 40));
        Add(table, "Three members of each (id, email, city); the pages are those that such a query gets.", await comparison.ThreeMembersAsync(rounds: 40));
        string? clients = ResultsFolder.InCheckout("tests", "NodeClients");
        if (NodeSdk.Missing(clients) is { } reason)
            table.Add($"Not compared with Klaviyo's SDK for Node: {reason}.");
        else
            await comparison.AddNodeAsync(table, clients!);
        table.Publish(ResultsFolder.Of(args), "stream.md");
    }

    public void Dispose()
    {
        _byHand.Dispose();
        _plain.Dispose();
        _ahead.Dispose();
    }

    internal Task<IReadOnlyList<Measurement>> WholeAsync(int rounds)
    {
        Uri first = new(Address, Query);
        return Turns(rounds, first, isWhole: true)
            .Add(ByHand, async () => Require(await _byHand.ReadAsync(first, HandWritten.Default.Whole, page => (page.Data!.Count, page.Links!.Next))))
            .Add(
                "the same without relationships",
                async () => Require(await _byHand.ReadAsync(first, HandWritten.Default.Lean, page => (page.Data!.Count, page.Links!.Next))))
            .RunAsync(WarmUp);
    }

    private Task<IReadOnlyList<Measurement>> ThreeMembersAsync(int rounds)
    {
        Uri first = new(Address, SparseQuery);
        return Turns(rounds, first, isWhole: false)
            .Add(ByHand, async () => Require(await _byHand.ReadAsync(first, HandWritten.Default.ThreeMembers, page => (page.Data!.Count, page.Links!.Next))))
            .RunAsync(WarmUp);
    }

    private Interleaved Turns(int rounds, Uri first, bool isWhole) => new Interleaved(rounds, round: TimeSpan.FromMilliseconds(1))
        .Add(Bare, async () => await _byHand.DrainAsync(first))
        .Add(Arrays, async () => await _byHand.GetAllAsync(first))
        .Add(Plain, () => StreamAsync(_plain, isWhole))
        .Add(Ahead, () => StreamAsync(_ahead, isWhole));

    private static void Add(RatioTable table, string text, IReadOnlyList<Measurement> measurements) =>
        table.Add(text).Add(measurements).Add(Summary(measurements.ToDictionary(measurement => measurement.Name)));

    private async Task AddNodeAsync(RatioTable table, string clients)
    {
        using NodeSdk sdk = await NodeSdk.StartAsync(Address, clients);
        foreach (bool isWhole in new[] { true, false })
        {
            Interleaved turns = new(rounds: 5, round: TimeSpan.FromMilliseconds(1));
            turns.Add(Ahead, () => StreamAsync(_ahead, isWhole));
            turns.Add("klaviyo-api 23.0.0 for Node", async () => Require(await sdk.StreamAsync(isWhole)));
            table.Add($"Klaviyo's own SDK for Node (`getProfiles`, page after page), {(isWhole ? "whole profiles" : "three members of each")}:")
                .AddTimes(await turns.RunAsync(warmUp: 1));
        }
    }

    private static string Summary(Dictionary<string, Measurement> of) => Text(
        $"With `Prefetch` at {of[Bare].Seconds / of[Ahead].Seconds:0.00} of the rate of the bare bytes and {of[Arrays].Seconds / of[Ahead].Seconds:0.00} of that of `{Arrays}`, without at {of[Bare].Seconds / of[Plain].Seconds:0.00} and {of[Arrays].Seconds / of[Plain].Seconds:0.00}; {of[ByHand].Seconds / of[Ahead].Seconds:0.0}× as fast as the loop by hand, at {of[Ahead].ProcessorSeconds / of[ByHand].ProcessorSeconds:0.00} of its processor time.");

    private async ValueTask StreamAsync(KlaviyoContext klaviyo, bool isWhole)
    {
        int count = 0;
        if (isWhole)
            await foreach (Profile profile in klaviyo.Profiles)
                count += profile.Id.Length > 0 ? 1 : 0;
        else
            await foreach (var row in klaviyo.Profiles.Select(p => new { p.Id, p.Email, p.Location.City }))
                count += row.Id.Length > 0 ? 1 : 0;
        Require(count);
    }

    private void Require(int count)
    {
        if (count != _pages * 100)
            throw new InvalidOperationException($"{count} profiles came.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
