using KlaviyoLinq.Reading;

namespace KlaviyoLinq.Query;

/// <summary>A set as it is at run time. It is an asynchronous stream as well, which the public type must not be (every LINQ operator would be ambiguous).</summary>
internal sealed class ResourceSet<T>(KlaviyoQueryProvider provider, string operationPath) : KlaviyoSet<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;

    /// <inheritdoc/>
    public override IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);
}
