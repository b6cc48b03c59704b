using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes which revision answers, and until when: two years after its date, as recorded answers have it. A beta has no such day.</summary>
internal static class RevisionHeaders
{
    internal static void Write(IHeaderDictionary headers, string revision)
    {
        headers["X-Klaviyo-Api-Revision"] = revision;
        if (Revisions.RetirementOf(revision) is { } retirement)
            headers["X-Klaviyo-Api-Retirement-Date"] = retirement.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
