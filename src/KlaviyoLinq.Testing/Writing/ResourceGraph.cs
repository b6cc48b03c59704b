using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>Collects resources and what their navigations lead to, and gives ids to those that have none.</summary>
internal static class ResourceGraph
{
    /// <summary>Resources to add, each once, in the order in which they were passed.</summary>
    internal static IReadOnlyList<KlaviyoResource> Of(IReadOnlyList<KlaviyoResource> roots, EmulatorAccount account)
    {
        List<KlaviyoResource> found = [];
        HashSet<KlaviyoResource> seen = new(ReferenceEqualityComparer.Instance);
        HashSet<(string, string)> taken = [.. roots.Where(root => root.Id.Length > 0).Select(root => (root.ResourceType, root.Id))];
        Queue<(KlaviyoResource Resource, bool IsRoot)> open = new(roots.Select(root => (root, true)));
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Resource))
                continue;
            bool isNew = next.Resource.Id.Length == 0;
            if (isNew)
                next.Resource.Id = FreeId(next.Resource.ResourceType, account, taken);
            if (next.IsRoot || isNew || IsMissing(next.Resource, account, taken))
                found.Add(next.Resource);
            foreach (KlaviyoResource related in ModelMembers.Of(next.Resource).Navigations.SelectMany(navigation => navigation.Targets(next.Resource)))
                open.Enqueue((related, false));
        }
        return found;
    }

    private static bool IsMissing(KlaviyoResource resource, EmulatorAccount account, HashSet<(string, string)> taken) =>
        taken.Add((resource.ResourceType, resource.Id)) && !account.Contains(resource.ResourceType, resource.Id);

    /// <summary>Eleven letters and digits, as the ids of events must have them.</summary>
    private static string FreeId(string type, EmulatorAccount account, HashSet<(string, string)> taken)
    {
        for (int number = account.Count(type) + 1; ; number++)
            if (string.Create(CultureInfo.InvariantCulture, $"Seeded{number:D5}") is var id && !account.Contains(type, id) && taken.Add((type, id)))
                return id;
    }
}
