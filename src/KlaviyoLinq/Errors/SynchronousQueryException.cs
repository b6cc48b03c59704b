namespace KlaviyoLinq.Errors;

/// <summary>
/// A query was run synchronously: enumerated, or its result requested, without <c>await</c>. Its rows come over the network, so that would block a thread for
/// each page.
/// </summary>
public sealed class SynchronousQueryException : KlaviyoException
{
    internal SynchronousQueryException()
        : base(
            "A Klaviyo query was run synchronously. Its rows come over the network: enumerate it with 'await foreach', or end it with "
            + "ToListAsync(), FirstAsync(), AnyAsync(), CountAsync() … To continue in memory, read it first: (await query.ToListAsync()).GroupBy(…). "
            + "Code that cannot be asynchronous can allow it with KlaviyoOptions.AllowSynchronousQueries.")
    {
    }
}
