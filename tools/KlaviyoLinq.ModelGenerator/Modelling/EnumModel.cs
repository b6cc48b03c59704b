namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One open enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="InComponents">True when only components use it: then it is in their namespace.</param>
/// <param name="Values">The known values.</param>
/// <param name="Sites">The members that use it: <c>class.member</c>.</param>
internal sealed record EnumModel(string Name, bool InComponents, IReadOnlyList<string> Values, IReadOnlyList<string> Sites)
{
    /// <summary>
    /// The largest number of values of an enumeration. Longer lists are a standard's (time zones): a class with a constant for each says nothing that
    /// the standard does not say, so they stay strings.
    /// </summary>
    internal const int MaximumValues = 300;

    /// <summary>Returns true for values that make an enumeration: more than one, and at most <see cref="MaximumValues"/>.</summary>
    internal static bool IsOf(IReadOnlyList<string> values) => values.Count is > 1 and <= MaximumValues;

    /// <summary>The classes whose members use it.</summary>
    internal IEnumerable<string> Owners => Sites.Select(site => site[..site.IndexOf('.', StringComparison.Ordinal)]).Distinct();
}
