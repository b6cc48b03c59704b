using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Pipeline;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>The query that is translated: three lambdas, two captured variables. Every call captures anew, as an author's method does.</summary>
internal sealed class SeenQuery : IDisposable
{
    internal const string Text = "`Where(p => p.Created > since && emails.Contains(p.Email)).OrderByDescending(p => p.Created).Select(p => ValueTuple.Create(p.Email, p.Location.City))`";

    private readonly KlaviyoContext _klaviyo = new("pk_benchmark");
    private readonly DateTimeOffset _since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string[] _emails = ["jane@example.com", "joe@example.com"];

    public void Dispose() => _klaviyo.Dispose();

    /// <summary>Built by the operators of LINQ itself.</summary>
    internal IQueryable<(string?, string?)> Plain()
    {
        DateTimeOffset since = _since;
        string[] emails = _emails;
        return ((IQueryable<Profile>)_klaviyo.Profiles)
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }

    /// <summary>Built by our own operators, with the place of each.</summary>
    internal IKlaviyoQueryable<(string?, string?)> Typed()
    {
        DateTimeOffset since = _since;
        string[] emails = _emails;
        return _klaviyo.Profiles
            .Where(p => p.Created > since && emails.Contains(p.Email))
            .OrderByDescending(p => p.Created)
            .Select(p => ValueTuple.Create(p.Email, p.Location.City));
    }

    internal Uri TranslatePlain() => ((IKlaviyoQueryable<(string?, string?)>)Plain()).ToRequestUri();

    internal Uri TranslateTyped() => Typed().ToRequestUri();

    /// <summary>
    /// Begins a run: everything before the first request is sent. A checkpoint needs the request that is filled with the captured values here.
    /// </summary>
    internal PageRequest BeginTyped()
    {
        IKlaviyoQueryable<(string?, string?)> query = Typed();
        return ((KlaviyoQueryProvider)query.Provider).Run(query, TerminalKind.Sequence, streamsRows: true).FirstPage();
    }
}
