using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Members of which it is known, at one place of a condition, whether they have a value.</summary>
/// <param name="Path">The member.</param>
/// <param name="HasValue">Whether it has one.</param>
/// <param name="Rest">What else is known; null for nothing.</param>
internal sealed record Nullness(MemberPath Path, bool HasValue, Nullness? Rest)
{
    /// <summary>Whether the member has a value; null where that is not known.</summary>
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
