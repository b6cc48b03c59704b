using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>
/// <c>ResumeFrom</c>: a limit before it counts the rows of the earlier run too, a limit after it counts those of this run.
/// </summary>
internal static class ResumeRuling
{
    internal static void Apply(RequestDraft draft, ResumeStage resume)
    {
        if (draft.IsResumed)
        {
            draft.Refuse(
                KlaviyoFindingCode.ResumedTwice,
                resume.Site,
                "A query resumes from one checkpoint, and this one has two.",
                "Keep the checkpoint that was taken last.");
            return;
        }

        draft.IsResumed = true;
        draft.WholeLimit = draft.Limit;
    }
}
