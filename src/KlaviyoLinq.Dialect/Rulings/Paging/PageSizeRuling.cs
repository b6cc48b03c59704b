using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>PageSize</c>: within the endpoint's range, where it takes a size at all.</summary>
internal static class PageSizeRuling
{
    internal static void Apply(RequestDraft draft, PageSizeStage stage)
    {
        PagingFacts paging = draft.Operation.Paging;
        if (stage.IsDefault)
        {
            if (paging.HasSize && stage.Size.Value is int usual)
                draft.PageSize = Math.Max(paging.MinimumSize, Math.Min(usual, paging.MaximumSize));
        }
        else if (!paging.HasSize)
        {
            draft.Refuse(
                KlaviyoFindingCode.PageSizeNotSupported,
                stage.Site,
                $"{Naming.Operation(draft.Operation)} does not accept a page size.",
                "Leave PageSize out; use Take to limit the rows.");
        }
        else if (stage.Size.IsKnown && (stage.Size.Value is not int size || size < paging.MinimumSize || size > paging.MaximumSize))
        {
            draft.Refuse(
                KlaviyoFindingCode.PageSizeOutOfRange,
                stage.Site,
                string.Format(
                    CultureInfo.InvariantCulture, "The page size {0} is outside the range of {1}.", stage.Size.Value, Naming.Operation(draft.Operation)),
                string.Format(
                    CultureInfo.InvariantCulture,
                    "It accepts {0} to {1} resources per page; without PageSize, {1} are requested.",
                    paging.MinimumSize,
                    paging.MaximumSize));
        }
        else
        {
            draft.PageSize = stage.Size.Value as int? ?? paging.MaximumSize;
        }
    }
}
