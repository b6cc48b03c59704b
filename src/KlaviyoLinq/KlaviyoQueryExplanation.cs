using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Display;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq;

/// <summary>What a query becomes before anything is sent.</summary>
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoQueryExplanation : IShown
{
    internal KlaviyoQueryExplanation(
        OperationFacts operation,
        IReadOnlyList<KlaviyoRateLimit> limits,
        IReadOnlyList<Uri> requests,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        IReadOnlyList<string> @unchecked)
    {
        RateLimits = limits;
        Headers = headers;
        Unchecked = @unchecked;
        Operation = "GET " + operation.Path;
        Scopes = operation.Scopes;
        BurstLimit = operation.RateLimit.Burst;
        SteadyLimit = operation.RateLimit.Steady;
        Requests = requests;
    }

    /// <summary>The API operation: <c>GET /api/profiles</c>.</summary>
    public string Operation { get; }

    /// <summary>The first page of every request, percent-encoded; empty when no request is needed.</summary>
    public IReadOnlyList<Uri> Requests { get; }

    /// <summary>The headers in which a part of the query travels: <c>X-Klaviyo-API-Filters</c>. Empty for most queries.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The fields, sort keys and fragments that the catalogue could not check: they are the author's word.</summary>
    public IReadOnlyList<string> Unchecked { get; }

    /// <summary>The scopes the API key needs: <c>profiles:read</c>.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Every limit that a request of the query counts against: the operation's own, and then those of what is dear in it, such as predictive analytics.</summary>
    public IReadOnlyList<KlaviyoRateLimit> RateLimits { get; }

    /// <summary>How many requests the account may send to the operation in one second.</summary>
    public int BurstLimit { get; }

    /// <summary>How many requests the account may send to the operation in one minute.</summary>
    public int SteadyLimit { get; }

    /// <summary>The fields that are asked for of each resource type; a type that is not in it comes whole.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>How many rows are wanted in all; null for all there are.</summary>
    internal int? Limit { get; init; }

    /// <summary>The explanation for a person to read, with the requests decoded.</summary>
    public override string ToString() => TextView.Write(((IShown)this).Show());

    View IShown.Show() => new(Operation)
    {
        Facts =
        [
            new ViewFact("sends", Requests.Count == 0 ? ["nothing: no resource can satisfy the query"] : [.. Requests.Select(request => Uri.UnescapeDataString(request.PathAndQuery))]),
            new ViewFact("header", [.. Headers.Select(header => $"{header.Key}: {header.Value}")]),
            new ViewFact("unchecked", Unchecked),
            new ViewFact("fields", [.. Fieldsets.Select(fields => $"{fields.ResourceType}: {string.Join(", ", fields.Members)}")]),
            new ViewFact("rows", Limit is { } limit ? [$"at most {Numbers.Grouped(limit)}"] : []),
            new ViewFact("scopes", string.Join(", ", Scopes.DefaultIfEmpty("none"))),
            new ViewFact("limits", [.. RateLimits.Select((limit, index) => index == 0 ? Text(limit) : $"{Text(limit)}, for {limit.Name}")]),
        ],
    };

    private static string Text(KlaviyoRateLimit limit) =>
        $"{Numbers.Grouped(limit.Burst)} requests a second, {Numbers.Grouped(limit.Steady)} a minute{(limit.Daily > 0 ? $", {Numbers.Grouped(limit.Daily)} a day" : "")}";
}
