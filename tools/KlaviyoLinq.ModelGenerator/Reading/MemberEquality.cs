using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Whether two members say the same; records compare their lists by reference, so it is spelled out.</summary>
internal static class MemberEquality
{
    internal static bool Same(IReadOnlyList<MemberSpec> left, IReadOnlyList<MemberSpec> right) =>
        left.Count == right.Count && left.Zip(right, Same).All(same => same);

    internal static bool Same(MemberSpec left, MemberSpec right) =>
        left.Name == right.Name
        && left.Nullable == right.Nullable
        && left.Required == right.Required
        && SameValue(left, right);

    /// <summary>Whether two members hold the same kind of value, be they required or nullable or not.</summary>
    internal static bool SameValue(MemberSpec left, MemberSpec right) =>
        left.Kind == right.Kind
        && left.Array == right.Array
        && left.Component == right.Component
        && left.Values.SequenceEqual(right.Values, StringComparer.Ordinal)
        && left.Alternatives.SequenceEqual(right.Alternatives, StringComparer.Ordinal);
}
