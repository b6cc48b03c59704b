using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>
/// Resources related to one resource, which can be queried, added and removed: <c>klaviyo.Lists[id].Profiles.AddAsync(profileId)</c>. More links than a request
/// takes are sent in several requests, one after the other. Adding a link that exists and removing one that does not change nothing; only of catalog items and
/// categories Klaviyo rejects a link that exists.
/// </summary>
/// <typeparam name="T">The class of the related resources.</typeparam>
public abstract class KlaviyoMembers<T> : KlaviyoSource<T>
    where T : KlaviyoResource
{
    private protected KlaviyoMembers(IQueryEngine engine, string operationPath, ResourceKey? key)
        : base(engine, operationPath, key)
    {
    }

    internal abstract LinkCommands Links { get; }

    /// <summary>Links a resource.</summary>
    /// <param name="id">The id of the related resource.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">The context is read-only, or an id cannot be sent; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoNotFoundException">One of the resources does not exist.</exception>
    /// <exception cref="Errors.KlaviyoConflictException">An item has the category already, and nothing was added.</exception>
    public Task AddAsync(
        string id,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        AddAsync([id], cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Links resources by their ids.</summary>
    /// <param name="ids">The ids of the related resources; a repeated id is sent once. None sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <inheritdoc cref="AddAsync(string, CancellationToken, string, string, int)" path="/exception"/>
    public Task AddAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Links.SendAsync(
            "POST", ids, CommandSite.Of("AddAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken,
            () => this.Select(row => row.Id).AsAsyncEnumerable());
    }

    /// <summary>Links resources.</summary>
    /// <param name="rows">The related resources, which have ids.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <inheritdoc cref="AddAsync(string, CancellationToken, string, string, int)" path="/exception"/>
    public Task AddAsync(
        IEnumerable<T> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AddAsync(rows.Select(row => row.Id), cancellationToken, callerArgument, callerFilePath, callerLineNumber);
    }

    /// <summary>Removes the link to a resource. The resource itself remains.</summary>
    /// <param name="id">The id of the related resource.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <inheritdoc cref="AddAsync(string, CancellationToken, string, string, int)" path="/exception"/>
    public Task RemoveAsync(
        string id,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        RemoveAsync([id], cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Removes the links to resources by their ids. The resources themselves remain.</summary>
    /// <param name="ids">The ids of the related resources; a repeated id is sent once. None sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <inheritdoc cref="AddAsync(string, CancellationToken, string, string, int)" path="/exception"/>
    public Task RemoveAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Links.SendAsync("DELETE", ids, CommandSite.Of("RemoveAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Removes the links to resources. The resources themselves remain.</summary>
    /// <param name="rows">The related resources, which have ids.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <inheritdoc cref="AddAsync(string, CancellationToken, string, string, int)" path="/exception"/>
    public Task RemoveAsync(
        IEnumerable<T> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return RemoveAsync(rows.Select(row => row.Id), cancellationToken, callerArgument, callerFilePath, callerLineNumber);
    }
}
