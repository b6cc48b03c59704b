using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Commands;

namespace KlaviyoLinq.Rulings;

/// <summary>
/// Decides which commands can be sent. The body is the form: the document that was written from the assigned members is judged against the
/// catalogue, and sent unchanged. A table of contents; each rule stands in a file of its own.
/// </summary>
internal static class CommandJudge
{
    internal static CommandRuling Judge(CommandForm form)
    {
        CommandReview review = new(form);
        string path = PathRuling.Apply(review);
        BodyRuling.Apply(review);
        ConflictRuling.Apply(review);
        SchemalessRulings.Apply(review);
        SizeRuling.Apply(review);
        NoteRuling.Apply(review);
        return review.Findings.Count == 0
            ? new CommandRuling(new KlaviyoCommand { Operation = form.Operation, Path = path, Repeat = RepeatRuling.Of(form) }, [], review.Notes)
            : new CommandRuling(null, review.Findings, review.Notes);
    }
}
