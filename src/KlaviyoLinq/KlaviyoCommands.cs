using System.Runtime.CompilerServices;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <summary>
/// Commands on sets and references: create, update, delete, create or update. One call is one request, and only what was assigned is sent. What Klaviyo cannot
/// do with a type does not compile; what depends on the values is refused before anything is sent.
/// </summary>
public static partial class KlaviyoCommands
{
    /// <summary>Creates a resource. Sends what was assigned; of a resource that was read, also its received values that a new one can have.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="set">The set.</param>
    /// <param name="row">The new resource. It gets its id, and counts as saved.</param>
    /// <param name="cancellationToken">Aborts the request. Where it may have been processed, the outcome is unknown.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The resource as Klaviyo answers; <paramref name="row"/> itself where it answers without one.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot create it; nothing was sent.</exception>
    /// <exception cref="KlaviyoConflictException">A resource of the same key exists.</exception>
    /// <exception cref="KlaviyoValidationException">Klaviyo rejects a value.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request could create a second resource.</exception>
    public static Task<T> CreateAsync<T>(
        this KlaviyoSet<T> set,
        T row,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(row))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where T : KlaviyoResource, ICreatable
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(row);
        return ResourceCommands.CreateAsync(set, row, CommandSite.Of("CreateAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Updates a resource by its id. Sends what was assigned since it was read or saved; a resource without changes sends nothing.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="set">The set.</param>
    /// <param name="row">The resource. It counts as saved.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The resource as Klaviyo answers; <paramref name="row"/> itself where it answers without one, or nothing was sent.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot update it so; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    /// <exception cref="KlaviyoValidationException">Klaviyo rejects a value.</exception>
    public static Task<T> UpdateAsync<T>(
        this KlaviyoSet<T> set,
        T row,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(row))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where T : KlaviyoResource, IUpdatable
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(row);
        return ResourceCommands.UpdateAsync(set, row, CommandSite.Of("UpdateAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Updates a resource without reading it: <c>klaviyo.Profiles[id].UpdateAsync(s => s.SetProperty(p => p.FirstName, "Ada"))</c>.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="reference">The resource.</param>
    /// <param name="set">Sets the members.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot update it so; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    /// <exception cref="KlaviyoValidationException">Klaviyo rejects a value.</exception>
    public static Task UpdateAsync<T>(
        this KlaviyoReference<T> reference,
        Action<KlaviyoSetters<T>> set,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(set))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where T : KlaviyoResource, IUpdatable
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(set);
        return ResourceCommands.UpdateAsync(reference, set, CommandSite.Of("UpdateAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Deletes a resource.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="reference">The resource.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">The context is read-only, or the id cannot be sent; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    /// <exception cref="KlaviyoConflictException">The resource is in use.</exception>
    public static Task DeleteAsync<T>(
        this KlaviyoReference<T> reference,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where T : KlaviyoResource, IDeletable
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ResourceCommands.DeleteAsync(reference, CommandSite.Of("DeleteAsync", null, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>
    /// Creates a resource, or updates the one with the same key. Profiles need one request (<c>POST /api/profile-import</c>). For the other keyed types a
    /// creation is sent first, and on a conflict an update with the members that were assigned and can be updated.
    /// </summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="set">The set.</param>
    /// <param name="row">The resource with its key. It gets its id, and counts as saved.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoConflictException">The identifiers belong to two different profiles.</exception>
    /// <exception cref="KlaviyoValidationException">Klaviyo rejects a value.</exception>
    public static Task<Upserted<T>> AddOrUpdateAsync<T>(
        this KlaviyoSet<T> set,
        T row,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(row))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
        where T : KlaviyoResource, ICreatable, IUpdatable, IKeyed
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(row);
        return ResourceCommands.AddOrUpdateAsync(
            set, row, CommandSite.Of("AddOrUpdateAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }
}
