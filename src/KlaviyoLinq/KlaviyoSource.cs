using System.Collections;
using System.Linq.Expressions;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Display;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq;

/// <summary>
/// Beginning of a query: a <see cref="KlaviyoSet{T}"/>, a <see cref="KlaviyoReference{T}"/>, the resources related to one, or a collection whose
/// resources have no address of their own.
/// </summary>
/// <typeparam name="T">The resource type.</typeparam>
[TypeFormatterSource(typeof(DisplaySource))]
public abstract class KlaviyoSource<T> : IKlaviyoQueryable<T>, IResourceRoot
{
    private readonly string _operationPath;
    private readonly Relation? _relation;

    private protected KlaviyoSource(IQueryEngine engine, string operationPath, ResourceKey? key = null, Relation? relation = null) =>
        (Engine, _operationPath, Key, _relation) = (engine, operationPath, key, relation);

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression => field ??= Engine.Begin(this);

    /// <inheritdoc/>
    public IQueryProvider Provider => Engine;

    string IResourceRoot.OperationPath => _operationPath;

    ResourceKey? IResourceRoot.Key => Key;

    Relation? IResourceRoot.Relation => _relation;

    string? IResourceRoot.CompanyId => Engine.CompanyId;

    private protected IQueryEngine Engine { get; }

    /// <summary>The engine of the context's commands.</summary>
    internal ICommandEngine Commands => Engine.Commands;

    /// <summary>The engine of the context's queries.</summary>
    internal IQueryEngine Queries => Engine;

    private protected ResourceKey? Key { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => Engine.Stream<T>(this);

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Engine.Stream<T>(this).GetAsyncEnumerator(cancellationToken);

    /// <summary>
    /// Enumerates the rows synchronously. Each page blocks the thread, so this must be allowed by
    /// <see cref="KlaviyoOptions.AllowSynchronousQueries"/>.
    /// </summary>
    /// <exception cref="Errors.SynchronousQueryException">The options do not allow it.</exception>
    public IEnumerator<T> GetEnumerator() => Engine.Rows<T>(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
