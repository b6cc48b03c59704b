using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Reading;
using KlaviyoLinq.Http;
using KlaviyoLinq.Model;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>A long line: 80 ms there and back. HTTP/2 beside HTTP/1.1, and on 20 Mbit/s beside a bare client.</summary>
internal static class Http2Comparison
{
    private const int Profiles = 2_000;
    private const int Rounds = 5;
    private static readonly TimeSpan _roundTrip = TimeSpan.FromMilliseconds(80);

    internal static async Task RunAsync(string[] args)
    {
        Dictionary<int, IReadOnlyList<byte[]>> pages = new()
        {
            [100] = (await CannedPages.MakeAsync(Profiles)).Whole,
            [20] = (await CannedPages.MakeAsync(Profiles, pageSize: 20)).Whole,
        };
        await using SecureServer one = await SecureServer.StartAsync(HttpProtocols.Http1, pages);
        await using SecureServer two = await SecureServer.StartAsync(HttpProtocols.Http2, pages);
        RatioTable table = new("Over a long line", $"{Profiles} whole profiles, TLS, {_roundTrip.TotalMilliseconds} ms there and back; the best of {Rounds} runs each.");

        using (SlowLink toOne = new(one.Port, _roundTrip, double.PositiveInfinity), toTwo = new(two.Port, _roundTrip, double.PositiveInfinity))
        {
            double[] times = await BestAsync(() => OursAsync(toOne.Port), () => OursAsync(toTwo.Port));
            table.Add(Text($"KlaviyoLinq over HTTP/2 takes {times[1] / times[0]:0.00}× the time that it takes over HTTP/1.1."));
        }

        using (SlowLink toOne = new(one.Port, _roundTrip, 20e6), toTwo = new(two.Port, _roundTrip, 20e6))
        {
            double[] times = await BestAsync(() => OursAsync(toTwo.Port), () => BareAsync(toOne.Port, ""), () => BareAsync(toOne.Port, "?page[size]=100"));
            table.Add(Text($"On 20 Mbit/s KlaviyoLinq is {times[1] / times[0]:0.0}× as fast as `new HttpClient()` without settings, and {times[2] / times[0]:0.0}× as fast as that with `page[size]=100`."));
        }

        table.Publish(ResultsFolder.Of(args), "http2.md");
    }

    private static async Task<double[]> BestAsync(params Func<Task<int>>[] works)
    {
        double[] best = [.. works.Select(_ => double.PositiveInfinity)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                if (await works[i]() != Profiles)
                    throw new InvalidOperationException("Not all profiles came.");
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return best;
    }

    private static async Task<int> OursAsync(int port)
    {
        // The library's own handler, but for the certificate.
        using SocketsHttpHandler handler = KlaviyoConnection.OwnHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        using KlaviyoContext klaviyo = FreeContext.At(new Uri($"https://localhost:{port}/"), handler: handler);
        int count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
            count++;
        return count;
    }

    private static async Task<int> BareAsync(int port, string query)
    {
        using HttpClientHandler handler = new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using HandWrittenLoop loop = new(handler);
        return await loop.ReadAsync(
            new Uri($"https://localhost:{port}/api/profiles{query}"), HandWritten.Default.Lean, page => (page.Data!.Count, page.Links!.Next));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
