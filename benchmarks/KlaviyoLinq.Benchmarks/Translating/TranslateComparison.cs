using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>What it costs to translate a query that has been seen before, beside building its expression tree.</summary>
internal sealed class TranslateComparison : IDisposable
{
    private readonly KlaviyoContext _klaviyo = new("pk_benchmark");
    private readonly DateTimeOffset _since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string[] _emails = ["jane@example.com", "joe@example.com"];

    internal static async Task RunAsync(string[] args)
    {
        using TranslateComparison comparison = new();
        IReadOnlyList<Measurement> measurements = await new Interleaved()
            .Add("building the tree with Queryable's operators", () => comparison.Plain().Expression)
            .Add("the same, and translating it to its address", () => ((IKlaviyoQueryable<(string?, string?)>)comparison.Plain()).ToRequestUri())
            .Add("building the query with our operators", comparison.Typed)
            .Add("the same, and its tree", () => comparison.Typed().Expression)
            .Add("the same, and translating it to its address", () => comparison.Typed().ToRequestUri())
            .RunAsync();
        new RatioTable(
            "Translating a query that has been seen before",
            "Three lambdas and two captured variables: `Where(p => p.Created > since && emails.Contains(p.Email)).OrderByDescending(p => p.Created).Select(…)`.")
            .Add(measurements)
            .Publish(ResultsFolder.Of(args), "translate.md");
    }

    public void Dispose() => _klaviyo.Dispose();

    private IQueryable<(string?, string?)> Plain()
    {
        DateTimeOffset since = _since;
        string[] emails = _emails;
        return ((IQueryable<Profile>)_klaviyo.Profiles)
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }

    private IKlaviyoQueryable<(string?, string?)> Typed()
    {
        DateTimeOffset since = _since;
        string[] emails = _emails;
        return _klaviyo.Profiles
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }
}
