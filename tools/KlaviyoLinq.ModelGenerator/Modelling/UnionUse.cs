namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One set of alternatives.</summary>
/// <param name="Method">The name of the reading method.</param>
/// <param name="Discriminators">The members that distinguish the alternatives.</param>
/// <param name="Alternatives">The components.</param>
internal sealed record UnionUse(string Method, IReadOnlyList<string> Discriminators, IReadOnlyList<string> Alternatives)
{
    internal static string Key(IEnumerable<string> alternatives) => string.Join('|', alternatives);
}
