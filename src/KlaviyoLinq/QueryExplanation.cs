using System.Globalization;
using System.Text;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq;

/// <summary>What a query becomes before anything is sent.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(OperationFacts operation, IReadOnlyList<Uri> requests, IReadOnlyList<KeyValuePair<string, string>> headers, IReadOnlyList<string> @unchecked)
    {
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

    /// <summary>How many requests the account may send to the operation in one second.</summary>
    public int BurstLimit { get; }

    /// <summary>How many requests the account may send to the operation in one minute.</summary>
    public int SteadyLimit { get; }

    /// <summary>The explanation for a person to read, with the requests decoded.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Operation).Append('\n');
        foreach (Uri request in Requests)
            text.Append("  sends  ").Append(Uri.UnescapeDataString(request.PathAndQuery)).Append('\n');
        foreach ((string name, string value) in Headers)
            text.Append("  header ").Append(name).Append(": ").Append(value).Append('\n');
        if (Requests.Count == 0)
            text.Append("  sends nothing: no resource can satisfy the query\n");
        foreach (string part in Unchecked)
            text.Append("  unchecked  ").Append(part).Append('\n');
        text.Append("  scopes ").AppendJoin(", ", Scopes.DefaultIfEmpty("none")).Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"  limits {BurstLimit} requests a second, {SteadyLimit} a minute").ToString();
    }
}
