using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Sources;

/// <summary>Collection without access by id: resources that have no address of their own, or that are related to one resource.</summary>
/// <param name="engine">Runs the queries.</param>
/// <param name="operationPath">The operation that lists them; empty where the relation identifies it.</param>
/// <param name="key">The resource that they are related to; null for a whole collection.</param>
/// <param name="relation">The relationship, where the judge finds the operation; otherwise null.</param>
internal sealed class CollectionSource<T>(IQueryEngine engine, string operationPath, ResourceKey? key = null, Relation? relation = null)
    : KlaviyoSource<T>(engine, operationPath, key, relation), IAsyncEnumerable<T>;
