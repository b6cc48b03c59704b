using System.Globalization;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Selection of the revision that answers a request. A revision lives for two years. A retired one falls forward to the oldest live one, unless the
/// request rejects that. The newest revision here never retires, since an emulator outlives the API it was built from.
/// </summary>
internal sealed class Revisions
{
    internal const string OptOutHeader = "X-Klaviyo-Revision-Fall-Forward-Opt-Out";

    private const string Format = "yyyy-MM-dd";
    private const int YearsOfLife = 2;

    private readonly HashSet<string> _published;
    private readonly string[] _answering;
    private readonly TimeProvider _time;

    /// <param name="answering">The revisions that are answered.</param>
    /// <param name="published">Others that there are, or were.</param>
    /// <param name="time">Says what day it is.</param>
    internal Revisions(IEnumerable<string> answering, IEnumerable<string> published, TimeProvider time)
    {
        _answering = [.. answering.Order(StringComparer.Ordinal)];
        _published = [.. _answering, .. published];
        _time = time;
    }

    /// <summary>The revision that answers, or why none does: exactly one of the two is there.</summary>
    /// <param name="requested">The header <c>revision</c>.</param>
    /// <param name="stays">Whether the request opts out of falling forward.</param>
    internal (string? Answering, ApiError? Error) Of(string requested, bool stays)
    {
        if (requested.Length == 0)
            return (null, ApiError.Invalid("revision", "The 'revision' header is required."));
        if (_published.Contains(requested) && IsRetired(requested))
            return stays ? (null, ApiError.Gone(requested)) : (_answering.First(revision => !IsRetired(revision)), null);
        return _answering.Contains(requested)
            ? (requested, null)
            : (null, ApiError.Invalid("revision", $"'{requested}' is not a valid revision. The revisions this server knows are: {string.Join(", ", _answering)}."));
    }

    /// <summary>The day on which a revision is retired; a beta has none.</summary>
    internal static DateOnly? RetirementOf(string revision) =>
        DateOnly.TryParseExact(revision, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.AddYears(YearsOfLife) : null;

    private bool IsRetired(string revision) =>
        revision != _answering[^1] && RetirementOf(revision) is { } retirement && retirement <= DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
}
