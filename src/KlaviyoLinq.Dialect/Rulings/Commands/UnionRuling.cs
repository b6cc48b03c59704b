using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Decides which alternative of a union an object is, and whether the operation takes it.</summary>
internal static class UnionRuling
{
    internal static void Apply(CommandReview review, AttributeFacts facts, BodyObject body, BodyPlace place)
    {
        string? discriminator = facts.Alternatives.Select(alternative => alternative.Discriminator).FirstOrDefault(name => name is not null);
        string? kind = discriminator is null ? null : (body.Find(discriminator) as BodyText)?.Value;
        AlternativeFacts[] fitting =
            [.. facts.Alternatives.Where(alternative => alternative.Discriminator is null || kind is null || alternative.Values.Contains(kind))];
        if (fitting.Length == 0)
        {
            IEnumerable<string> known = facts.Alternatives.SelectMany(alternative => alternative.Values).Distinct();
            review.Refuse(
                KlaviyoFindingCode.ValueNotWritable, place, $"{review.Operation} does not take the kind '{kind}' for {place.Both}.",
                $"It takes {Naming.Or(known.Select(value => $"'{value}'"))}.");
            return;
        }

        CommandReview[] trials = [.. Narrowed(fitting, body).Select(alternative => Try(review, facts, alternative, body, place))];
        review.Adopt(trials.OrderBy(trial => trial.Findings.Count).First());
    }

    /// <summary>
    /// Leaves out the alternatives whose enumerations lack a value that another alternative has: <c>in</c> is an operator of the list, and not an unknown one
    /// of the text.
    /// </summary>
    private static AlternativeFacts[] Narrowed(AlternativeFacts[] fitting, BodyObject body)
    {
        AlternativeFacts[] narrowed = [.. fitting.Where(alternative => body.Members.All(member => Takes(alternative, member) || !fitting.Any(
            other => Lists(other, member))))];
        return narrowed.Length > 0 ? narrowed : fitting;
    }

    private static bool Takes(AlternativeFacts alternative, BodyMember member) =>
        alternative.Members.FirstOrDefault(facts => facts.Name == member.Name) is not { Values.Count: > 0 } || Lists(alternative, member);

    private static bool Lists(AlternativeFacts alternative, BodyMember member) =>
        member.Value is BodyText text && alternative.Members.FirstOrDefault(facts => facts.Name == member.Name)?.Values.Contains(text.Value) == true;

    private static CommandReview Try(CommandReview review, AttributeFacts facts, AlternativeFacts alternative, BodyObject body, BodyPlace place)
    {
        CommandReview trial = review.Trial();
        BodyRuling.Members(trial, facts, alternative.Members, body, place);
        return trial;
    }
}
