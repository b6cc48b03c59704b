using System.Collections;
using KlaviyoLinq.Parsing.Capturing;

namespace KlaviyoLinq.Plans;

/// <summary>
/// The lists that a plan can take: strings (or open enumerations) in an array, a <see cref="List{T}"/> or a <see cref="HashSet{T}"/> that compares as
/// Klaviyo does. Reading these twice gives the same twice; any other sequence may be worked out as it is read.
/// </summary>
internal static class CapturedLists
{
    internal static bool IsList(object? value) => value is not string and IEnumerable;

    /// <summary>The items as strings without duplicates, in order; null where the list is one that a plan cannot take.</summary>
    internal static IReadOnlyList<string>? Items(object? value) => value switch
    {
        string[] or List<string> => Distinct((IReadOnlyList<string?>)value),
        HashSet<string> set => Comparers.AreExact(set) ? Distinct([.. set]) : null,
        Array or IList when value is Array || IsPlainList(value.GetType()) =>
            Evaluator.Plain(value) is List<object?> plain && plain.TrueForAll(item => item is string)
            ? Distinct([.. plain.Cast<string>()])
            : null,
        _ => null,
    };

    private static bool IsPlainList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

    private static IReadOnlyList<string>? Distinct(IReadOnlyList<string?> items)
    {
        bool differ = true;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
                return null;
            for (int j = 0; j < i && differ && items.Count <= 16; j++)
                differ = !string.Equals(items[i], items[j], StringComparison.Ordinal);
        }

        return differ && items.Count <= 16 ? (IReadOnlyList<string>)items! : [.. items.Distinct(StringComparer.Ordinal)!];
    }
}
