using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>
/// Operands that a filter over existing values might select something with, and leave something out: made from the values themselves, those in the middle
/// first.
/// </summary>
internal static class Operands
{
    private const int Most = 12;

    internal static IEnumerable<object> Single(IEnumerable<object> values, string filterOperator) => filterOperator switch
    {
        "contains" => Pieces(values, text => text.Substring(text.Length / 3, Math.Min(3, text.Length - (text.Length / 3)))),
        "starts-with" => Pieces(values, text => text[..Math.Min(3, text.Length)]),
        "ends-with" => Pieces(values, text => text[^Math.Min(3, text.Length)..]),
        _ => Middle(values),
    };

    /// <summary>
    /// Lists of two values, or of one where the list stands for a single value. Two values may be all that there are; then the second comes from elsewhere in
    /// the account.
    /// </summary>
    internal static IEnumerable<object[]> Lists(IEnumerable<object> values, IEnumerable<object> elsewhere, string filterOperator)
    {
        object[] middle = [.. Middle(values)];
        if (filterOperator == "equals")
            return middle.Select(value => new[] { value });
        object[] others = [.. Middle(elsewhere.Except(middle))];
        return middle.Skip(1).Select((value, index) => new[] { middle[index], value })
            .Concat(middle.SelectMany(value => others.Take(1).Select(other => new[] { value, other })))
            .DefaultIfEmpty(middle);
    }

    private static IEnumerable<object> Pieces(IEnumerable<object> values, Func<string, string> piece) =>
        Middle(values.Select(value => (object)piece((string)value)));

    private static IEnumerable<object> Middle(IEnumerable<object> values)
    {
        object[] sorted = [.. values.Distinct().Order(KeyComparer.Instance)];
        return sorted.Select((value, index) => (value, index))
            .OrderBy(place => Math.Abs(place.index - (sorted.Length / 2))).Select(place => place.value).Take(Most);
    }
}
