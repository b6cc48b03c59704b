using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq;

/// <summary>
/// Set of all resources of one type in an account. A few types have no collection; their resources are only available by id: <c>klaviyo.FlowMessages[id]</c>.
/// </summary>
/// <typeparam name="T">The resource type.</typeparam>
public abstract class KlaviyoSet<T> : KlaviyoSource<T>
{
    private protected KlaviyoSet(IQueryEngine engine, string operationPath)
        : base(engine, operationPath)
    {
    }

    /// <summary>Returns a reference to the resource of an id, and to its related resources: <c>klaviyo.Lists[id].Profiles</c>. Nothing is sent.</summary>
    /// <param name="id">The id. Sent percent-encoded, as one segment of the path.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public abstract KlaviyoReference<T> this[
        string id,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0] { get; }

    /// <summary>Reads the resource of an id; null when there is none. Sends <c>GET /api/…/{id}</c>.</summary>
    /// <param name="id">The id. Sent percent-encoded, as one segment of the path.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, one or two dots, or not valid Unicode.</exception>
    public Task<T?> FindAsync(
        string id,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        this[id, callerArgument, callerFilePath, callerLineNumber].FindAsync(cancellationToken);

    /// <summary>Reads the resource of an id that a mapped class declares as a number or a <see cref="Guid"/>; null when there is none.</summary>
    /// <typeparam name="TId">The type of the id.</typeparam>
    /// <param name="id">The id. It is sent in the invariant culture; a <see cref="Guid"/> in lower case, with hyphens.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentException">Ids cannot have this type.</exception>
    public Task<T?> FindAsync<TId>(
        TId id,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where TId : struct, IFormattable =>
        WireTypes.FindId(typeof(TId)) is { Write: { } write } && write(id) is string text
            ? FindAsync(text, cancellationToken, callerArgument, callerFilePath, callerLineNumber)
            : throw new ArgumentException($"An id cannot be a {typeof(TId).Name}.", nameof(id));
}
