using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Brings each rule of a body that its schema does not state to the ruling of its kind.</summary>
internal static class SchemalessRulings
{
    internal static void Apply(CommandReview review)
    {
        if (review.Form.Data is not { } data)
            return;
        BodyNode root = new(data, BodyPlace.Data(review.Operation.ResourceType));
        foreach (BodyRuleFacts rule in review.Operation.Rules)
            if (rule.Rule == BodyRule.Distinct)
                IdentityRuling.Apply(review, rule, [.. root.Below(rule.At)]);
            else
                foreach (BodyNode node in root.Below(rule.At))
                    Apply(review, rule, node);
    }

    private static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        switch (rule.Rule)
        {
            case BodyRule.AnyOf:
                IdentifierRuling.Apply(review, rule, node);
                break;
            case BodyRule.ExactlyOne or BodyRule.Exclusive:
                ExactlyOneRuling.Apply(review, rule, node);
                break;
            case BodyRule.Alone:
                AloneRuling.Apply(review, rule, node);
                break;
            case BodyRule.Replaces:
                ReplacementRuling.Apply(review, rule, node);
                break;
            case BodyRule.Masked:
                MaskRuling.Apply(review, rule, node);
                break;
            case BodyRule.HistoricalImport:
                ConsentTimeRuling.Apply(review, rule, node);
                break;
            case BodyRule.RequiresWhen or BodyRule.ForbidsWhen or BodyRule.OneOfValues:
                TemplateRuling.Apply(review, rule, node);
                break;
            case BodyRule.MaximumItems or BodyRule.MaximumBytes or BodyRule.MaximumStringBytes:
                SizeRuling.Apply(review, rule, node);
                break;
            case BodyRule.Pattern or BodyRule.MaximumLength or BodyRule.MaximumMembers or BodyRule.EventTime:
                RangeRuling.Apply(review, rule, node);
                break;
        }
    }
}
