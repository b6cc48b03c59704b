using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>
/// <c>ResumeFrom</c>: what is limited before it counts the rows of the earlier run too, and what is limited behind it counts those of this one.
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
                "A query continues from one place, and this one is given two checkpoints.",
                "Keep the checkpoint that was taken last.");
            return;
        }

        draft.IsResumed = true;
        draft.WholeLimit = draft.Limit;
    }
}
