using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>
/// Schemas that an object schema is related to. A link has a name and a description of its own, and an id, which answers have in the link's <c>meta</c>.
/// </summary>
/// <typeparam name="T">The class of the related schemas.</typeparam>
public abstract class KlaviyoSchemaLinks<T> : KlaviyoSource<T>
    where T : KlaviyoResource
{
    private protected KlaviyoSchemaLinks(IQueryEngine engine, string operationPath, ResourceKey? key)
        : base(engine, operationPath, key)
    {
    }

    internal abstract LinkCommands Links { get; }

    /// <summary>Adds a link. A second one with the same name is another link.</summary>
    /// <param name="id">The id of the related schema.</param>
    /// <param name="name">The name of the link.</param>
    /// <param name="description">The description; null for none.</param>
    /// <param name="cancellationToken">Aborts the request. Where it may have been processed, the outcome is unknown.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoUnknownOutcomeException">The answer was lost, and a second request could add a second link.</exception>
    public Task AddAsync(
        string id,
        string name,
        string? description = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(name);
        return Links.SendAsync(
            "POST", id, [("name", name), ("description", description)],
            CommandSite.Of("AddAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken,
            LinkProbe.Of(token => this.Select(schema => schema.Id).ToListAsync(token), id, name));
    }

    /// <summary>Changes the name or the description of a link.</summary>
    /// <param name="id">The id of the related schema.</param>
    /// <param name="linkId">The id of the link (<c>relationship_id</c>).</param>
    /// <param name="name">The new name; null leaves it.</param>
    /// <param name="description">The new description; null leaves it.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoNotFoundException">No link has this id.</exception>
    public Task UpdateAsync(
        string id,
        string linkId,
        string? name = null,
        string? description = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(linkId);
        return Links.SendAsync(
            "PATCH", id, [("relationship_id", linkId), ("name", name), ("description", description)],
            CommandSite.Of("UpdateAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Removes a link. The schema itself remains.</summary>
    /// <param name="id">The id of the related schema.</param>
    /// <param name="linkId">The id of the link (<c>relationship_id</c>).</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    public Task RemoveAsync(
        string id,
        string linkId,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(linkId);
        return Links.SendAsync(
            "DELETE", id, [("relationship_id", linkId)],
            CommandSite.Of("RemoveAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }
}
