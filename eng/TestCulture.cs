using System.Globalization;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.TestRun;

/// <summary>Applies the culture that <c>KLAVIYOLINQ_CULTURE</c> names to all threads of a test run, and requires the time zone that goes with it.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    internal static void Apply()
    {
        if (Environment.GetEnvironmentVariable("KLAVIYOLINQ_CULTURE") is not { Length: > 0 } name)
            return;
        // Throws where the runtime knows no cultures; an unknown time zone would silently be UTC.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        if (Environment.GetEnvironmentVariable("TZ") is { Length: > 0 } zone && !TimeZoneInfo.Local.HasSameRules(TimeZoneInfo.FindSystemTimeZoneById(zone)))
            throw new TimeZoneNotFoundException($"TZ is {zone}, the local time zone {TimeZoneInfo.Local.Id}.");
    }
}
