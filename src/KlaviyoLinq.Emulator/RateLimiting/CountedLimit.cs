using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.RateLimiting;

/// <summary>A limit that a request counts against.</summary>
/// <param name="Counted">What is counted: an operation, or what is requested.</param>
/// <param name="Limit">How many requests it takes.</param>
internal sealed record CountedLimit(string Counted, RateLimitFacts Limit)
{
    /// <summary>The operation's own limit, which comes first, and those of the expensive things that the request needs, which operations share.</summary>
    internal static IReadOnlyList<CountedLimit> Of(OperationFacts operation, IEnumerable<(string Name, string Value)> parameters)
    {
        List<CountedLimit> limits = [new(operation.ToString(), operation.RateLimit)];
        if (operation is not ReadFacts { RateLimitVariants: { Count: > 0 } variants })
            return limits;
        foreach ((string name, string value) in parameters)
            foreach (RateLimitVariantFacts variant in variants)
                if (name == variant.Parameter && value.Split(',').Any(variant.Values.Contains))
                    limits.Add(new CountedLimit($"{variant.Parameter}={string.Join(',', variant.Values)}", variant.Limit));
        return limits;
    }
}
