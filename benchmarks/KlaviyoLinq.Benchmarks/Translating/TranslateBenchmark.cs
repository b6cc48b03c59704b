using System.Globalization;
using BenchmarkDotNet.Attributes;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>
/// Benchmark of translating a query (three lambdas, two captured variables) into its request URL, beside building its expression tree alone and writing
/// the URL by hand.
/// </summary>
[MemoryDiagnoser]
public class TranslateBenchmark
{
    private readonly KlaviyoContext _klaviyo = new("pk_benchmark");
    private readonly DateTimeOffset _since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string[] _emails = ["jane@example.com", "joe@example.com"];

    /// <summary>The floor: the tree that any LINQ provider receives.</summary>
    [Benchmark(Baseline = true)]
    public object BuildTree() => Query();

    /// <summary>Building the tree and translating it.</summary>
    [Benchmark]
    public Uri Translate() => Query().ToRequestUri();

    /// <summary>The same address, put together by hand.</summary>
    [Benchmark]
    public Uri ByHand() => new(
        "https://a.klaviyo.com/api/profiles?filter="
        + Uri.EscapeDataString(
            "greater-than(created," + _since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + "),any(email,["
            + string.Join(",", _emails.Select(email => "\"" + email.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"")) + "])")
        + "&sort=-created&fields%5Bprofile%5D=email,location.city&page%5Bsize%5D=100");

    private IKlaviyoQueryable<(string?, string?)> Query()
    {
        DateTimeOffset since = _since;
        string[] emails = _emails;
        return _klaviyo.Profiles
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }
}
