using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// Reads rate limits: the main ones from their extension, the ones that depend on a parameter from the operation's description, where alone they
/// stand.
/// </summary>
internal static partial class RateLimits
{
    internal static RateLimitSpec Of(JsonElement operation)
    {
        JsonElement limits = operation.GetProperty("x-klaviyo-ratelimit");
        return new RateLimitSpec(
            Number(limits.GetProperty("burst").GetString()!, "/s"),
            Number(limits.GetProperty("steady").GetString()!, "/m"),
            limits.TryGetProperty("daily", out JsonElement daily) ? Number(daily.GetString()!, "/d") : null);
    }

    internal static IReadOnlyList<RateLimitVariantSpec> VariantsOf(JsonElement operation) =>
    [
        .. from match in Variant().Matches(operation.GetProperty("description").GetString()!)
           select new RateLimitVariantSpec(
               match.Groups["parameter"].Value,
               match.Groups["value"].Value,
               new RateLimitSpec(Integer(match.Groups["burst"].Value), Integer(match.Groups["steady"].Value), null)),
    ];

    private static int Number(string limit, string unit) =>
        limit.EndsWith(unit, StringComparison.Ordinal)
            ? Integer(limit[..^unit.Length])
            : throw new SpecificationException($"'{limit}' is not a limit in {unit}.");

    private static int Integer(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("Rate limits when using the `(?<parameter>[^=`]+)=(?<value>[^`]+)` parameter[^`]*`(?<burst>[0-9]+)/s`[^`]*`(?<steady>[0-9]+)/m`")]
    private static partial Regex Variant();
}
