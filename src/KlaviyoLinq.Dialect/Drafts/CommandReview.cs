using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Quoting;

namespace KlaviyoLinq.Drafts;

/// <summary>A command while it is judged: the form, and what was found so far.</summary>
internal sealed class CommandReview(CommandForm form)
{
    private readonly List<KlaviyoFinding> _findings = [];
    private readonly List<KlaviyoFinding> _notes = [];

    internal CommandForm Form => form;

    internal WriteFacts Operation => form.Operation;

    internal IReadOnlyList<KlaviyoFinding> Findings => _findings;

    internal IReadOnlyList<KlaviyoFinding> Notes => _notes;

    /// <summary>Refuses a member, with carets under its assignment where the call shows it.</summary>
    internal void Refuse(KlaviyoFindingCode code, BodyPlace place, string reason, string advice) => _findings.Add(Finding(code, place, reason, advice));

    /// <summary>Refuses the command as a whole.</summary>
    internal void Refuse(KlaviyoFindingCode code, string reason, string advice) => _findings.Add(form.Site.Finding(code, reason, advice));

    internal void Note(KlaviyoFindingCode code, BodyPlace place, string reason, string advice) => _notes.Add(Finding(code, place, reason, advice));

    internal void Note(KlaviyoFindingCode code, string reason, string advice) => _notes.Add(form.Site.Finding(code, reason, advice));

    /// <summary>Returns a value of the body as findings show it.</summary>
    internal string Shown(string value) => form.ShowsValues ? value : "…";

    /// <summary>A review of the same form without findings, to try an alternative.</summary>
    internal CommandReview Trial() => new(form);

    internal void Adopt(CommandReview trial)
    {
        _findings.AddRange(trial.Findings);
        _notes.AddRange(trial.Notes);
    }

    private KlaviyoFinding Finding(KlaviyoFindingCode code, BodyPlace place, string reason, string advice)
    {
        Site site = form.Site;
        string source = site.Call.Text ?? site.Fragment;
        return (AssignmentSpan.Find(source, place.Names) is { } span ? site.At(Quoted(source, span)) : site).Finding(code, reason, advice);
    }

    private static Fragment Quoted(string source, SourceSpan span)
    {
        string piece = source.Substring(span.Start, span.Length);
        return new Fragment(() => piece, null, () => SourceSpan.CountBefore(source, piece, span.Start));
    }
}
