using KlaviyoLinq.Reading;

namespace KlaviyoLinq.Query;

/// <summary>A set as it is at run time. It is an asynchronous stream as well, which the public type must not be (every LINQ operator would be ambiguous).</summary>
internal sealed class ResourceSet<T>(KlaviyoQueryProvider provider, string operationPath) : KlaviyoSet<T>(provider), IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;
}
