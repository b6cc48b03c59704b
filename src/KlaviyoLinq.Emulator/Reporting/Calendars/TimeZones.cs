namespace KlaviyoLinq.Emulator.Reporting.Calendars;

/// <summary>Time zones by the names that Klaviyo accepts: common ones of the IANA database, with regard to case.</summary>
internal static class TimeZones
{
    /// <summary>Names that the document excludes although the database has them.</summary>
    private static readonly string[] _excluded = ["Factory", "Europe/Kyiv", "Pacific/Kanton"];

    /// <summary>Areas of the database that hold no places.</summary>
    private static readonly string[] _uncommon = ["Etc/", "SystemV/", "posix/", "right/"];

    /// <returns>Null for a name that Klaviyo does not accept.</returns>
    internal static TimeZoneInfo? Find(string name)
    {
        if (name is "UTC" or "GMT")
            return TimeZoneInfo.Utc;
        bool isCommon = name.Contains('/') && !_excluded.Contains(name) && !_uncommon.Any(area => name.StartsWith(area, StringComparison.Ordinal));
        return isCommon && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.Id == name ? zone : null;
    }
}
