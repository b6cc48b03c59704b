using System.Runtime.InteropServices;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents;

/// <summary>The resources of a page that could not be read whole. A row that refers to one, also through others, fails with it.</summary>
internal sealed class FailedRows
{
    private readonly Dictionary<KlaviyoResource, RowFailure> _failures = new(ReferenceEqualityComparer.Instance);

    internal IEnumerable<RowFailure> All => _failures.Values;

    internal void Add(KlaviyoResource resource, RowFailure failure) => _failures[resource] = failure;

    internal RowFailure? Of(KlaviyoResource resource) => _failures.GetValueOrDefault(resource);

    /// <summary>Cleans the texts of all failures, which the answer chooses.</summary>
    internal void Redact(Func<string?, string?> clean)
    {
        foreach (KlaviyoResource resource in _failures.Keys.ToArray())
            _failures[resource] = _failures[resource] with { Exception = _failures[resource].Exception.Redacted(clean) };
    }

    /// <summary>Passes failures on to the resources that refer to those that failed.</summary>
    /// <param name="owners">All resources with relationships.</param>
    /// <param name="known">The resources of the document.</param>
    internal void Spread(IReadOnlyList<KlaviyoResource> owners, Dictionary<ResourceIdentifier, KlaviyoResource> known)
    {
        Dictionary<KlaviyoResource, List<KlaviyoResource>> referrers = new(ReferenceEqualityComparer.Instance);
        foreach (KlaviyoResource owner in owners)
        {
            foreach (ResourceIdentifier identifier in owner.Record!.Identifiers)
            {
                if (known.TryGetValue(identifier, out KlaviyoResource? related))
                    (CollectionsMarshal.GetValueRefOrAddDefault(referrers, related, out _) ??= []).Add(owner);
            }
        }

        Queue<KlaviyoResource> failed = new(_failures.Keys);
        while (failed.TryDequeue(out KlaviyoResource? resource))
        {
            foreach (KlaviyoResource owner in referrers.GetValueOrDefault(resource) ?? [])
            {
                if (_failures.TryAdd(owner, _failures[resource]))
                    failed.Enqueue(owner);
            }
        }
    }
}
