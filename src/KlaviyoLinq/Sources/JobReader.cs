using KlaviyoLinq.Composing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Sources;

/// <summary>Reads jobs and their results by their ids.</summary>
internal static class JobReader
{
    internal static Task<T> GetAsync<T>(IQueryEngine engine, string id, CancellationToken cancellationToken)
        where T : KlaviyoResource =>
        Reference<T>(engine, id).GetAsync(cancellationToken);

    internal static Task<T?> FindAsync<T>(IQueryEngine engine, string id, CancellationToken cancellationToken)
        where T : KlaviyoResource =>
        Reference<T>(engine, id).FindAsync(cancellationToken);

    /// <summary>Returns a reference to a job.</summary>
    internal static ResourceReference<T> Reference<T>(IQueryEngine engine, string id)
        where T : KlaviyoResource =>
        new(engine, KlaviyoCatalogue.Newest.FindSingle(MemberMap.TypeOf(typeof(T))!)!.Path, id, new KlaviyoCallSite(null, null, 0));
}
