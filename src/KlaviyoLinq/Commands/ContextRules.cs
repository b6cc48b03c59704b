using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>Refusals that follow from the context and from the entity, not from the body.</summary>
internal static class ContextRules
{
    /// <summary>Returns the findings about a context that cannot write.</summary>
    /// <param name="draft">The command.</param>
    /// <param name="revision">The revision of the context.</param>
    /// <param name="isReadOnly">Whether the context refuses every command.</param>
    internal static IEnumerable<KlaviyoFinding> Check(CommandDraft draft, string revision, bool isReadOnly)
    {
        if (isReadOnly && draft.Operation.Repeat != RepeatClass.Read)
            yield return draft.Site.Finding(
                KlaviyoFindingCode.ContextReadOnly,
                $"The context is read-only, so {draft.Operation} is not sent.",
                "Use a context whose KlaviyoOptions.ReadOnly is false.");
        if (revision != KlaviyoCatalogue.Newest.Revision)
            yield return draft.Site.Finding(
                KlaviyoFindingCode.BodyNotInRevision,
                $"Commands are known at revision {KlaviyoCatalogue.Newest.Revision} only, and this context sends revision {revision}.",
                $"Send commands with a context of revision {KlaviyoCatalogue.Newest.Revision}: leave KlaviyoOptions.Revision at its default.");
    }

    /// <summary>Returns the findings about links of an existing resource that were edited one by one: a body would replace all of them.</summary>
    internal static IEnumerable<KlaviyoFinding> Edited(CommandDraft draft, LinkFaults faults) =>
        from relationship in faults.Edited ?? []
        let member = MemberNaming.Pascal(relationship)
        select draft.Site.Finding(
            KlaviyoFindingCode.RelationshipNotEditable,
            $"Links were added to or removed from {draft.TypeName}.{member}, and an update would replace all links of the relationship.",
            $"Assign the whole list (row.{member} = [...]), or edit single links with the commands of the relationship: [id].{member}.AddAsync(ids), RemoveAsync(ids).");
}
