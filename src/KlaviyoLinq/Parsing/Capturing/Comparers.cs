using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>Distinguishes comparers that compare as Klaviyo does, value by value and character by character, from all others.</summary>
internal static class Comparers
{
    private static readonly object[] _defaults =
        [
            EqualityComparer<string>.Default, EqualityComparer<int>.Default, EqualityComparer<long>.Default, EqualityComparer<Guid>.Default,
            EqualityComparer<DateTimeOffset>.Default
        ];

    /// <summary>Returns true when a collection finds exactly the values that Klaviyo's comparison finds.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "A collection in use keeps its properties; native programs, where they may have no name, ask otherwise.")]
    internal static bool AreExact(IEnumerable values)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return AreKnownToBeExact(values);
        foreach (string name in (string[])["Comparer", "KeyComparer"])
            if (values.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public) is { } property && !IsExact(property.GetValue(values)))
                return false;
        return true;
    }

    /// <summary>Returns true for the default comparer of a type and the ordinal comparer of strings.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A comparer in use keeps its interfaces.")]
    internal static bool IsExact(object? comparer)
    {
        if (comparer is null || ReferenceEquals(comparer, StringComparer.Ordinal))
            return true;
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return _defaults.Contains(comparer);
        foreach (Type contract in comparer.GetType().GetInterfaces().Where(type => type.IsGenericType))
        {
            Type item = contract.GetGenericArguments()[0];
            Type? family = contract.GetGenericTypeDefinition() == typeof(IEqualityComparer<>) ? typeof(EqualityComparer<>)
                // Strings in order follow a culture, which finds more than the exact characters.
                : contract.GetGenericTypeDefinition() == typeof(IComparer<>) && item != typeof(string) ? typeof(Comparer<>)
                : null;
            if (family?.MakeGenericType(item).GetProperty("Default", BindingFlags.Static | BindingFlags.Public)!.GetValue(null) is { } standard
                && standard.Equals(comparer))
                return true;
        }

        return false;
    }

    // A native program may hold a collection's comparer under no name. What could compare strings in another way, and does not show how, counts as if it did.
    private static bool AreKnownToBeExact(IEnumerable values) => values switch
    {
        HashSet<string> set => IsExact(set.Comparer),
        IReadOnlySet<string> or ISet<string> or IDictionary => false,
        _ => true,
    };
}
