using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>A set as it is at run time. It is an asynchronous stream as well, which the public type must not be (every LINQ operator would be ambiguous).</summary>
/// <param name="provider">Runs the set's queries.</param>
/// <param name="operationPath">The collection; for a type that has none, the operation for one resource.</param>
/// <param name="singlePath">The operation for one resource.</param>
internal sealed class ResourceSet<T>(KlaviyoQueryProvider provider, string operationPath, string singlePath) : KlaviyoSet<T>, IAsyncEnumerable<T>, IResourceRoot
{
    /// <inheritdoc/>
    public override Expression Expression => field ??= provider.Begin(this);

    /// <inheritdoc/>
    public override IQueryProvider Provider => provider;

    /// <inheritdoc/>
    public string OperationPath { get; } = operationPath;

    /// <inheritdoc/>
    public ResourceKey? Key => null;

    /// <inheritdoc/>
    public string? CompanyId => provider.CompanyId;

    /// <inheritdoc/>
    public override KlaviyoReference<T> this[
        string id,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(id);
            return new ResourceReference<T>(provider, singlePath, id, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
        }
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<T> AsAsyncEnumerable() => provider.Stream<T>(Expression);

    /// <inheritdoc/>
    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        provider.Stream<T>(Expression).GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator() => provider.Rows<T>(Expression);
}
