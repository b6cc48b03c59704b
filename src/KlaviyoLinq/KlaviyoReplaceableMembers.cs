using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>Resources related to one resource, which can also be replaced as a whole: the items of a catalog category, and the categories of an item.</summary>
/// <typeparam name="T">The class of the related resources.</typeparam>
public abstract class KlaviyoReplaceableMembers<T> : KlaviyoMembers<T>
    where T : KlaviyoResource
{
    private protected KlaviyoReplaceableMembers(IQueryEngine engine, string operationPath, ResourceKey? key)
        : base(engine, operationPath, key)
    {
    }

    /// <summary>Replaces all links by those to the resources of the ids, in one request.</summary>
    /// <param name="ids">The ids of the resources that are linked after it; none removes all links.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">The context is read-only, or an id cannot be sent; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoNotFoundException">One of the resources does not exist.</exception>
    public Task ReplaceAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Links.ReplaceAsync(ids, CommandSite.Of("ReplaceAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }
}
