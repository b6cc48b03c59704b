using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary><c>AdditionalFields</c>: attributes that Klaviyo leaves out unless they are requested.</summary>
internal static class AdditionalFieldsRuling
{
    internal static void Apply(RequestDraft draft, AdditionalFieldsStage stage)
    {
        FieldsetFacts? listed = draft.Operation.FindAdditionalFields(draft.Operation.ResourceType);
        string? member = stage.Member is MemberTerm { Path.IsRoot: false } term ? term.Path.WireName() : null;
        if (member is not null && listed is not null && listed.Lists(member))
        {
            Ask(draft, draft.Operation.ResourceType, member);
            return;
        }

        draft.Refuse(
            KlaviyoFindingCode.AdditionalFieldNotListed,
            stage.Site.At(stage.Member.Fragment),
            $"{Naming.Operation(draft.Operation)} has no additional field '{member ?? stage.Member.Fragment}'.",
            (listed is null ? $"{Naming.Operation(draft.Operation)} has no additional fields." : $"Its additional fields are: {Naming.List(listed.Members)}.")
                + (member is null ? "" : Elsewhere.ReturningOnRequest(draft, member)));
    }

    /// <summary>Requests an attribute that would otherwise be left out of the answer, because a projection reads it.</summary>
    internal static void AddWhereNeeded(RequestDraft draft, string resourceType, string attribute)
    {
        if (draft.Operation.FindAdditionalFields(resourceType) is { } listed && listed.Lists(attribute))
            Ask(draft, resourceType, attribute);
    }

    private static void Ask(RequestDraft draft, string resourceType, string attribute)
    {
        int index = draft.AdditionalFields.FindIndex(fieldset => fieldset.ResourceType == resourceType);
        if (index < 0)
            draft.AdditionalFields.Add(new Fieldset(resourceType, [attribute]));
        else if (!draft.AdditionalFields[index].Members.Contains(attribute))
            draft.AdditionalFields[index] = new Fieldset(resourceType, [.. draft.AdditionalFields[index].Members, attribute]);
    }
}
