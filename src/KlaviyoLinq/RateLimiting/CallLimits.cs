using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Limits that a request counts against.</summary>
internal static class CallLimits
{
    /// <summary>Returns the operation's own limit, and then those of the expensive parts of the request, which operations share.</summary>
    internal static IReadOnlyList<KlaviyoRateLimit> Of(OperationFacts operation, string pathAndQuery)
    {
        KlaviyoRateLimit own = Limit(operation.ToString(), operation.RateLimit);
        return operation is not ReadFacts { RateLimitVariants: { Count: > 0 } variants }
            ? [own]
            : [
                own,
                .. variants.Where(variant => Asks(pathAndQuery, variant))
                    .Select(variant => Limit($"{variant.Parameter}={string.Join(',', variant.Values)}", variant.Limit))
            ];
    }

    private static bool Asks(string pathAndQuery, RateLimitVariantFacts variant)
    {
        int query = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        foreach (string parameter in query < 0 ? [] : pathAndQuery[(query + 1)..].Split('&'))
        {
            string[] parts = parameter.Split('=', 2);
            if (parts.Length == 2
                && Uri.UnescapeDataString(parts[0]) == variant.Parameter
                && Uri.UnescapeDataString(parts[1]).Split(',').Any(variant.Values.Contains))
                return true;
        }

        return false;
    }

    private static KlaviyoRateLimit Limit(string name, RateLimitFacts facts) => new(name, facts.Burst, facts.Steady, facts.Daily);
}
