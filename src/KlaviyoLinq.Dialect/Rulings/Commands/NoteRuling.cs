using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Notes the effects that a reader of the plan has to know and that refuse nothing.</summary>
internal static class NoteRuling
{
    /// <summary>The number of single requests from which on a job is named.</summary>
    private const int Many = 25;

    internal static void Apply(CommandReview review)
    {
        WriteFacts operation = review.Operation;
        if (review.Form.Requests >= Many && Job(operation) is { } job)
            review.Note(
                KlaviyoFindingCode.ManySingleRequests,
                string.Format(CultureInfo.InvariantCulture, "The plan sends {0} {1:N0} times, one item each.", operation, review.Form.Requests),
                string.Format(CultureInfo.InvariantCulture, "{0} takes up to {1:N0} items in one request.", job, job.MaximumItems));
        foreach (string computed in review.Form.Computed)
            review.Note(
                KlaviyoFindingCode.ReadThenWrite, Attribute(operation, computed),
                $"{Attribute(operation, computed).Both} is computed from the row, which is read first: a change by others between the two requests is overwritten.",
                "Assign a value that does not depend on the row, where others write it.");
        if (operation.Family is WriteFamily.Update or WriteFamily.Upsert)
            Partial(review);
        if (RepeatRuling.Of(review.Form) is RepeatClass.Unsafe or RepeatClass.Guarded)
            review.Note(
                KlaviyoFindingCode.OutcomeCanBeUnknown, $"{operation} is not repeated after a lost answer, since a second request could have a second effect.",
                "The call ends with KlaviyoUnknownOutcomeException then.");
        if (operation.IsIrreversible)
            review.Note(KlaviyoFindingCode.EffectIrreversible, $"No other request can undo {operation}.", "Check the request before it is sent.");
    }

    private static void Partial(CommandReview review)
    {
        if (review.Form.Data is not BodyObject data)
            return;
        BodyNode attributes = new BodyNode(data, BodyPlace.Data(review.Operation.ResourceType)).At("attributes");
        foreach (AttributeFacts facts in review.Operation.Attributes)
            if (facts is { Kind: AttributeKind.Object, IsArray: false }
                && attributes.At(facts.Name) is { Value: BodyObject body } node
                && !review.Form.Read.Contains(facts.Name)
                && facts.Members.Where(member => body.Find(member.Name) is null).ToArray() is { Length: > 0 } missing)
                review.Note(
                    KlaviyoFindingCode.PartialNestedObject, node.Place,
                    $"{node.Place.Both} is sent without {Naming.List(missing.Select(member => MemberNaming.Pascal(member.Name)))}, and was not read.",
                    "Klaviyo does not document if members that are not sent keep their values. Read the resource first, or assign all of them.");
    }

    private static BodyPlace Attribute(WriteFacts operation, string path) =>
        path.Split('.').Aggregate(BodyPlace.Data(operation.ResourceType).At("attributes", BodyRole.Attributes), (place, name) => place.At(name));

    private static WriteFacts? Job(WriteFacts operation)
    {
        string[] verbs = operation.Family switch
        {
            WriteFamily.Create or WriteFamily.OneWayCreate => ["create", "import"],
            WriteFamily.Update => ["update", "import"],
            WriteFamily.Upsert => ["import"],
            WriteFamily.Delete => ["delete"],
            _ => [],
        };
        string? type = operation.ResourceType ?? KlaviyoCatalogue.Newest.FindRead(operation.Path)?.ResourceType;
        return verbs.Select(verb => KlaviyoCatalogue.Newest.FindOperation("POST", $"/api/{type}-bulk-{verb}-jobs")).OfType<WriteFacts>().FirstOrDefault();
    }
}
