using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Decides which members the value of another one requires or forbids, as the editor of a template does.</summary>
internal static class TemplateRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode decisive = node.At(rule.Paths[0]);
        if (rule.Rule == BodyRule.OneOfValues)
        {
            OneOf(review, rule, decisive);
            return;
        }

        if (decisive.Text != rule.Value)
            return;
        foreach (BodyNode member in rule.Paths.Skip(1).Select(path => node.At(path)))
            if (rule.Rule == BodyRule.RequiresWhen && !member.HasValue)
                review.Refuse(
                    KlaviyoFindingCode.TemplateBodyMismatch, decisive.Place,
                    $"{review.Operation} requires {member.Place.Both} where {decisive.Place.Both} is '{rule.Value}'.",
                    $"Assign {member.Place.Member}, or another {decisive.Place.Member}.");
            else if (rule.Rule == BodyRule.ForbidsWhen && member.HasValue)
                review.Refuse(
                    KlaviyoFindingCode.TemplateBodyMismatch, member.Place,
                    $"{review.Operation} takes no {member.Place.Both} where {decisive.Place.Both} is '{rule.Value}'.",
                    $"Leave {member.Place.Member} unassigned, or assign another {decisive.Place.Member}.");
    }

    private static void OneOf(CommandReview review, BodyRuleFacts rule, BodyNode member)
    {
        string[] values = rule.Value.Split('|');
        if (member.Text is { } text && !values.Contains(text))
            review.Refuse(
                KlaviyoFindingCode.ValueNotWritable, member.Place, $"{review.Operation} does not take '{text}' for {member.Place.Both}.",
                $"It takes {Naming.Or(values.Select(value => $"'{value}'"))}.");
    }
}
