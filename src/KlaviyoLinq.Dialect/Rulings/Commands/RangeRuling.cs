using System.Globalization;
using System.Text.RegularExpressions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a value whose format, length, size or time is outside what Klaviyo accepts.</summary>
internal static class RangeRuling
{
    private static readonly DateTimeOffset _earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode member = node.At(rule.Paths[0]);
        if (Fault(review, rule, member) is { } fault)
            review.Refuse(
                KlaviyoFindingCode.ValueOutOfRange,
                member.Place,
                $"{review.Operation} takes {member.Place.Both} {fault.Range}, and {fault.Is}.",
                fault.Advice);
    }

    private static (string Range, string Is, string Advice)? Fault(
        CommandReview review, BodyRuleFacts rule, BodyNode member) => (rule.Rule, member.Value) switch
    {
        (BodyRule.Pattern, BodyText text)
            when !Regex.IsMatch(text.Value, rule.Value, RegexOptions.CultureInvariant) || text.Value.EndsWith("\n", StringComparison.Ordinal) =>
            ($"in the form {rule.Value}", $"'{review.Shown(text.Value)}' is not", "Use letters, digits and underscores."),
        (BodyRule.MaximumLength, BodyText text) when text.Value.Length > Number(rule) =>
            ($"of at most {rule.Value} characters", $"this one has {Digits(text.Value.Length)}", "Shorten it."),
        (BodyRule.MaximumMembers, BodyObject body) when body.Members.Count > Number(rule) =>
            ($"with at most {rule.Value} members", $"this one has {Digits(body.Members.Count)}", "Leave some out, or move them into one nested object."),
        (BodyRule.EventTime, BodyText text) when Time(text.Value) is { } time && time < _earliest =>
            ("after 1990", $"this one is {review.Shown(text.Value)}", "Assign the time at which the event happened."),
        (BodyRule.EventTime, BodyText text) when review.Form.Now is { } now && Time(text.Value) is { } time && time > now.AddYears(1) =>
            ("up to one year in the future", $"this one is {review.Shown(text.Value)}", "Assign the time at which the event happened."),
        _ => null,
    };

    private static int Number(BodyRuleFacts rule) => int.Parse(rule.Value, CultureInfo.InvariantCulture);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
