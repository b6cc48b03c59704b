using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>
/// The first few resources of a type leave nothing to random, so that every attribute has a value somewhere, and null somewhere where it may be: the
/// first has all values; the next are null in what holds nothing nullable, then in what holds only that, and so on outwards.
/// </summary>
internal static class Completeness
{
    private const int Resources = 5;

    internal static bool Decides(int ordinal) => ordinal < Resources;

    internal static bool IsNull(AttributeFacts facts, int ordinal) => Height(facts, Resources) == ordinal - 1;

    /// <summary>Counts the nested nullable members, up to a maximum, since definitions may contain themselves.</summary>
    private static int Height(AttributeFacts facts, int limit) => facts.Kind != AttributeKind.Object || limit == 0
        ? 0
        : facts.Members.Select(member => Height(member, limit - 1) + (member.Nullable ? 1 : 0)).DefaultIfEmpty().Max();
}
