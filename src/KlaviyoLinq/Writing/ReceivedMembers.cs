using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Names the members of a resource whose values were received.</summary>
internal static class ReceivedMembers
{
    internal static IReadOnlyCollection<string> Of(KlaviyoResource row)
    {
        if (row.Received == 0 || row.Names is not { } names)
            return [];
        List<string> received = [];
        for (int place = 0; place < names.Count; place++)
            if ((row.Received & (1UL << place)) != 0)
                received.Add(names.NameOf(place));
        return received;
    }
}
