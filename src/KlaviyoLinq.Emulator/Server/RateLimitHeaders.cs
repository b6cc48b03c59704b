using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.QueryStrings;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes the RateLimit headers in today's live form: the first number is the burst window, which Remaining and Reset describe.</summary>
internal static class RateLimitHeaders
{
    internal static void Write(IHeaderDictionary headers, OperationFacts operation, IReadOnlyList<RawParameter> parameters)
    {
        RateLimitFacts limit = operation.RateLimit;
        foreach (RateLimitVariantFacts variant in operation.RateLimitVariants)
            foreach (RawParameter parameter in parameters)
                if (parameter.Name == variant.Parameter && parameter.Value.Split(',').Any(variant.Values.Contains) && variant.Limit.Burst < limit.Burst)
                    limit = variant.Limit;
        headers["RateLimit-Limit"] = $"{limit.Burst}, {limit.Burst};w=1, {limit.Steady};w=60";
        headers["RateLimit-Remaining"] = $"{Math.Max(0, limit.Burst - 1)}";
        headers["RateLimit-Reset"] = "0";
    }
}
