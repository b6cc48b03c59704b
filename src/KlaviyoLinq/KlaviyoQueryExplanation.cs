using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Display;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq;

/// <summary>Explanation of a query: its requests, and what they require and cost. Nothing was sent.</summary>
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoQueryExplanation : IShown
{
    internal KlaviyoQueryExplanation(
        ReadFacts operation,
        IReadOnlyList<KlaviyoRateLimit> limits,
        IReadOnlyList<Uri> requests,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        IReadOnlyList<string> @unchecked)
    {
        RateLimits = limits;
        Headers = headers;
        Unchecked = @unchecked;
        Operation = operation.ToString();
        Scopes = operation.Scopes;
        BurstLimit = operation.RateLimit.Burst;
        SteadyLimit = operation.RateLimit.Steady;
        Requests = requests;
    }

    /// <summary>Gets the operation: <c>GET /api/profiles</c>.</summary>
    public string Operation { get; }

    /// <summary>Gets the addresses of the first page of every request, percent-encoded; empty when no resource can satisfy the query.</summary>
    public IReadOnlyList<Uri> Requests { get; }

    /// <summary>Gets the headers that are part of the query: <c>X-Klaviyo-API-Filters</c>. Empty for most queries.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Gets the fields, sort keys and fragments that the catalogue could not check. They are sent as written.</summary>
    public IReadOnlyList<string> Unchecked { get; }

    /// <summary>Gets the scopes that the API key requires: <c>profiles:read</c>.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>
    /// Gets every limit that a request of the query counts against: the operation's own, and then those of its expensive parts, such as predictive
    /// analytics.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimit> RateLimits { get; }

    /// <summary>Gets the number of requests to the operation that Klaviyo accepts in one second.</summary>
    public int BurstLimit { get; }

    /// <summary>Gets the number of requests to the operation that Klaviyo accepts in one minute.</summary>
    public int SteadyLimit { get; }

    /// <summary>The requested fields of each resource type; a type that is not in it is sent whole.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>The maximum number of rows; null for all.</summary>
    internal int? Limit { get; init; }

    /// <summary>Returns the explanation as text, with decoded requests.</summary>
    public override string ToString() => TextView.Write(((IShown)this).Show());

    View IShown.Show() => new(Operation)
    {
        Facts =
        [
            new ViewFact(
                "sends",
                Requests.Count == 0
                    ? ["nothing: no resource can satisfy the query"]
                    : [.. Requests.Select(request => Uri.UnescapeDataString(request.PathAndQuery))]),
            new ViewFact("header", [.. Headers.Select(header => $"{header.Key}: {header.Value}")]),
            new ViewFact("unchecked", Unchecked),
            new ViewFact("fields", [.. Fieldsets.Select(fields => $"{fields.ResourceType}: {string.Join(", ", fields.Members)}")]),
            new ViewFact("rows", Limit is { } limit ? [$"at most {Numbers.Grouped(limit)}"] : []),
            new ViewFact("scopes", string.Join(", ", Scopes.DefaultIfEmpty("none"))),
            new ViewFact("limits", [.. RateLimits.Select((limit, index) => index == 0 ? Text(limit) : $"{Text(limit)}, for {limit.Name}")]),
        ],
    };

    private static string Text(KlaviyoRateLimit limit) => limit is { Burst: 0, Steady: 0 }
        ? "none known"
        : $"{Numbers.Grouped(limit.Burst)} requests a second, {Numbers.Grouped(limit.Steady)} a minute{(limit.Daily > 0 ? $", {Numbers.Grouped(limit.Daily)} a day" : "")}";
}
