using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes which revision answers, and until when: two years after its date, as recorded answers have it. A beta has no such day.</summary>
internal static class RevisionHeaders
{
    private const int YearsOfLife = 2;

    internal static void Write(IHeaderDictionary headers, string revision)
    {
        headers["X-Klaviyo-Api-Revision"] = revision;
        if (DateOnly.TryParseExact(revision, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            headers["X-Klaviyo-Api-Retirement-Date"] = date.AddYears(YearsOfLife).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
