using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Facts of the members of resources, objects and bodies.</summary>
internal static class MemberFacts
{
    internal static IEnumerable<Fact> Of(IReadOnlyList<MemberSpec> members, string topic) => members.Select(member => Of(member, topic));

    internal static IEnumerable<Fact> Values(IReadOnlyList<string> values) =>
        values.Distinct(StringComparer.Ordinal).Select(value => new Fact("Enum values", value, ""));

    private static Fact Of(MemberSpec member, string topic) => new(
        topic,
        "." + member.Name,
        Description(member),
        [.. Values(member.Values), .. member.Alternatives.Select(alternative => new Fact("Alternatives", alternative, ""))]);

    private static string Description(MemberSpec member) =>
        (member.Component ?? Words(member.Kind)) + (member.Array ? "[]" : "") + (member.Nullable ? ", nullable" : "") + (member.Required ? ", required" : "");

    private static string Words(MemberKind kind) => kind switch
    {
        MemberKind.DateTime => "date-time",
        MemberKind.Any => "any JSON",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
