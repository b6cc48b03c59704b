using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Bodies;

/// <summary>
/// Choice of the members that are written: everything that was assigned, and, where received values count as well, the received ones that the
/// operation takes. Assigned members are never left out; the judge refuses those that the operation does not take.
/// </summary>
/// <param name="withReceived">Whether received values are written as well: to create a copy, and within a nested object that has changed.</param>
/// <param name="takes">The members that the operation takes at this level; null where they are not known, so that all received values are written.</param>
/// <param name="patched">The map of which only the edited keys are written; null for none.</param>
/// <param name="omitted">Members that the path of the request has already; null for none.</param>
internal readonly struct BodyScope(
    bool withReceived, IReadOnlyList<AttributeFacts>? takes, string? patched = null, IReadOnlyCollection<string>? omitted = null)
{
    // The member of whose object this is the scope, while `takes` is of the object around it; null for the members themselves. Most objects
    // are not received, and then the facts of their members are not looked for.
    private readonly string? _within;

    private BodyScope(IReadOnlyList<AttributeFacts>? around, string within)
        : this(true, around) => _within = within;

    /// <summary>Indicates whether the operation takes anything here.</summary>
    internal bool IsKnown => Takes is not null;

    private IReadOnlyList<AttributeFacts>? Takes => _within is null ? takes : MembersOf(takes, _within);

    /// <summary>Returns the members to write, as bits by their places.</summary>
    /// <param name="changed">The members that were assigned or have changes.</param>
    /// <param name="received">The members that were received.</param>
    /// <param name="table">The members of the object.</param>
    internal ulong Choose(ulong changed, ulong received, BodyTable? table)
    {
        ulong members = changed;
        if (omitted is not null)
            foreach (string name in omitted)
                if (table?.Find(name) is >= 0 and int part)
                    members &= ~(1UL << part);
        if (!withReceived || table is null || received == 0)
            return members;
        received &= ~members;
        if (Takes is not { } taken)
            return members | received;
        for (int i = 0; i < taken.Count; i++)
            if (table.Find(taken[i].Name) is >= 0 and int place)
                members |= received & (1UL << place);
        return members;
    }

    /// <summary>Returns the scope of the object in a member. Received values count within it, because it is written as a whole.</summary>
    internal BodyScope Within(string member) => new(Takes, member);

    /// <summary>Returns whether only the edited keys of a map are written.</summary>
    internal bool WritesKeys(string member) => !withReceived && member == patched;

    /// <summary>Returns the scope of the attributes of a resource within a member: its <c>data.attributes</c>.</summary>
    internal BodyScope OfEmbedded() => Within("data").Within("attributes");

    /// <summary>Returns the scope in which only assigned members are written, and of a map only the edited keys.</summary>
    internal BodyScope Changes(string map) => new(false, Takes, map);

    // The catalogue cuts off objects that contain themselves: below, nothing is known.
    private static IReadOnlyList<AttributeFacts>? MembersOf(IReadOnlyList<AttributeFacts>? members, string name)
    {
        AttributeFacts? only = null;
        for (int i = 0; i < members?.Count; i++)
        {
            if (members[i].Name != name)
                continue;
            if (only is not null || members[i].Alternatives.Count > 0)
                return MembersOfAll(members, name);
            only = members[i];
        }

        return only is { Members.Count: > 0 } ? only.Members : null;
    }

    // The alternatives of a union can have members of one name and several kinds: all of them count here, because the judge knows which alternative it is.
    private static AttributeFacts[]? MembersOfAll(IReadOnlyList<AttributeFacts> members, string name)
    {
        AttributeFacts[] all = [.. members.Where(member => member.Name == name).SelectMany(member => member.Alternatives.Count > 0
            ? member.Alternatives.SelectMany(alternative => alternative.Members)
            : member.Members)];
        return all.Length == 0 ? null : all;
    }
}
