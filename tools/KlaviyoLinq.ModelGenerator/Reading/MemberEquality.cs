using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Returns whether two members are equal. Records compare their lists by reference, so this compares them by content.</summary>
internal static class MemberEquality
{
    internal static bool Same(IReadOnlyList<MemberSpec> left, IReadOnlyList<MemberSpec> right) =>
        left.Count == right.Count && left.Zip(right, Same).All(same => same);

    internal static bool Same(MemberSpec left, MemberSpec right) =>
        left.Name == right.Name
        && left.Nullable == right.Nullable
        && left.Required == right.Required
        && SameValue(left, right);

    /// <summary>Returns whether two members hold the same kind of value, whether or not they are required or nullable.</summary>
    internal static bool SameValue(MemberSpec left, MemberSpec right) =>
        left.Kind == right.Kind
        && left.Array == right.Array
        && left.Component == right.Component
        && left.Values.SequenceEqual(right.Values, StringComparer.Ordinal)
        && left.Alternatives.SequenceEqual(right.Alternatives, StringComparer.Ordinal);
}
