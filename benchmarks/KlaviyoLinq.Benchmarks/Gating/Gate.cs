using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Reading;
using KlaviyoLinq.Benchmarks.Streaming;
using KlaviyoLinq.Benchmarks.Translating;
using KlaviyoLinq.Benchmarks.Writing;

namespace KlaviyoLinq.Benchmarks.Gating;

/// <summary>
/// Fails where something has become much slower, or allocates more, than what it is compared with in the same run. Bytes are the same on every
/// machine, and their limits are close. Times are not, and theirs stand so far off that a busy machine does not reach them: who sends every query the
/// long way, or reads a page with another reader, does. What fails is measured twice more, because what the machine does besides passes and a loss
/// does not; the best counts.
/// </summary>
internal static class Gate
{
    private const int Attempts = 3;
    private const int Pages = 40;

    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync()
    {
        CannedPages pages = await CannedPages.MakeAsync(profiles: 100);
        bool passes = true;
        foreach (Func<Task<GateCheck[]>> part in (Func<Task<GateCheck[]>>[])[TranslatingAsync, () => ReadingAsync(pages), WritingAsync, StreamingAsync])
        {
            GateCheck[] checks = await part();
            for (int attempt = 1; attempt < Attempts && !checks.All(check => check.Passes); attempt++)
                checks = [.. checks.Zip(await part(), GateCheck.Better)];
            foreach (GateCheck check in checks)
                Console.WriteLine(check);
            passes &= checks.All(check => check.Passes);
        }

        return passes ? 0 : 1;
    }

    private static async Task<GateCheck[]> TranslatingAsync()
    {
        using SeenQuery query = new();
        IReadOnlyList<Measurement> of = await new Interleaved(rounds: 150, round: TimeSpan.FromMilliseconds(1))
            .Add("tree", () => query.Plain().Expression)
            .Add("translated", query.TranslatePlain)
            .Add("translated, with our operators", query.TranslateTyped)
            .RunAsync(warmUp: 60);
        return
        [
            new("translating a query seen before, with its tree, beside the tree: time", of[1].Seconds / of[0].Seconds, 2),
            new("the same with our operators: time", of[2].Seconds / of[0].Seconds, 1.7),
            new("translating a query seen before, with its tree, beside the tree: bytes", of[1].Bytes / of[0].Bytes, 1.2),
            new("the same with our operators: bytes", of[2].Bytes / of[0].Bytes, 1.05),
        ];
    }

    private static async Task<GateCheck[]> ReadingAsync(CannedPages pages)
    {
        MaterialiseComparison comparison = new();
        IReadOnlyList<Measurement> whole = await comparison.WholeAsync(pages.Whole[0], rounds: 200);
        IReadOnlyList<Measurement> three = await comparison.ThreeMembersAsync(pages.Sparse[0], rounds: 200);
        return
        [
            new("a page of whole profiles, beside walking it: time", whole[1].Seconds / whole[0].Seconds, 2.5),
            new("three members of each, beside walking the page: time", three[1].Seconds / three[0].Seconds, 1.5),
            new("a page of 100 whole profiles: bytes", whole[1].Bytes, 90_500),
            new("three members of each: bytes", three[1].Bytes, 31_800),
        ];
    }

    private static async Task<GateCheck[]> WritingAsync()
    {
        WriteComparison comparison = new();
        return
        [
            .. Writing("a profile", await comparison.ProfileAsync(rounds: 200)),
            .. Writing("a catalog variant", await comparison.VariantAsync(rounds: 200)),
        ];
    }

    // Beside the fastest way in which the serializer writes it. The library is the last one.
    private static GateCheck[] Writing(string body, IReadOnlyList<Measurement> of) =>
    [
        new($"writing the body of {body}, beside System.Text.Json, generated: time", of[^1].Seconds / of.SkipLast(1).Min(other => other.Seconds), 0.83),
        new($"writing the body of {body}: bytes", of[^1].Bytes, 0),
    ];

    private static async Task<GateCheck[]> StreamingAsync()
    {
        using CannedServer server = await CannedServer.StartAsync(Pages);
        using StreamComparison comparison = new(server.BaseAddress, Pages);
        IReadOnlyList<Measurement> of = await comparison.WholeAsync(rounds: 25);
        Measurement One(string name) => of.First(measurement => measurement.Name == name);
        Measurement byHand = One(StreamComparison.ByHand);
        return
        [
            new("streaming, beside a loop by hand: time", One(StreamComparison.Plain).Seconds / byHand.Seconds, 0.75),
            new("streaming with Prefetch, beside a loop by hand: time", One(StreamComparison.Ahead).Seconds / byHand.Seconds, 0.75),
            new("streaming with Prefetch, beside a loop by hand: processor time", One(StreamComparison.Ahead).ProcessorSeconds / byHand.ProcessorSeconds, 0.65),
            new("streaming: bytes for each profile", One(StreamComparison.Plain).Bytes / (Pages * 100), 1_125),
            new("streaming with Prefetch: bytes for each profile", One(StreamComparison.Ahead).Bytes / (Pages * 100), 1_155),
        ];
    }
}
