using System.Collections;
using System.Reflection;

namespace KlaviyoLinq.Reading;

/// <summary>Tells comparers that compare as Klaviyo does, value by value and character by character, from all others.</summary>
internal static class Comparers
{
    /// <summary>Whether a collection finds exactly what Klaviyo's comparison would.</summary>
    internal static bool AreExact(IEnumerable values)
    {
        foreach (string name in (string[])["Comparer", "KeyComparer"])
            if (values.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public) is { } property && !IsExact(property.GetValue(values)))
                return false;
        return true;
    }

    /// <summary>Whether a comparer is one that a collection of its type has by default, or the ordinal one of strings.</summary>
    internal static bool IsExact(object? comparer)
    {
        if (comparer is null || ReferenceEquals(comparer, StringComparer.Ordinal))
            return true;
        foreach (Type contract in comparer.GetType().GetInterfaces().Where(type => type.IsGenericType))
        {
            Type item = contract.GetGenericArguments()[0];
            Type? family = contract.GetGenericTypeDefinition() == typeof(IEqualityComparer<>) ? typeof(EqualityComparer<>)
                // Strings in order follow a culture, which finds more than the exact characters.
                : contract.GetGenericTypeDefinition() == typeof(IComparer<>) && item != typeof(string) ? typeof(Comparer<>)
                : null;
            if (family?.MakeGenericType(item).GetProperty("Default", BindingFlags.Static | BindingFlags.Public)!.GetValue(null) is { } standard && standard.Equals(comparer))
                return true;
        }

        return false;
    }
}
