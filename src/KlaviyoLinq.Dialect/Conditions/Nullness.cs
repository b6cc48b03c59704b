using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Facts about members, at one place of a condition: each has a value or has none.</summary>
/// <param name="Path">The member.</param>
/// <param name="HasValue">True when it has a value.</param>
/// <param name="Rest">The other facts; null for none.</param>
internal sealed record Nullness(MemberPath Path, bool HasValue, Nullness? Rest)
{
    /// <summary>Indicates whether the member has a value, false when it has none; null where that is not known.</summary>
    internal static bool? Of(MemberPath path, Nullness? known)
    {
        for (Nullness? fact = known; fact is not null; fact = fact.Rest)
            if (fact.HasValue ? fact.Path.StartsWith(path) : path.StartsWith(fact.Path))
                return fact.HasValue;
        return null;
    }

    /// <summary>Adds a fact, unless it follows from what is known.</summary>
    internal static Nullness? With(MemberPath path, bool hasValue, Nullness? known) =>
        Of(path, known) == hasValue ? known : new Nullness(path, hasValue, known);
}
