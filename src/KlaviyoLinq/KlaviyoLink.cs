using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>Resource related to one resource, whose link can be set: <c>klaviyo.CampaignMessages[id].Image.SetAsync(imageId)</c>.</summary>
/// <typeparam name="T">The class of the related resource.</typeparam>
public abstract class KlaviyoLink<T> : KlaviyoSource<T>
    where T : KlaviyoResource
{
    private protected KlaviyoLink(IQueryEngine engine, string operationPath, ResourceKey? key)
        : base(engine, operationPath, key)
    {
    }

    internal abstract LinkCommands Links { get; }

    /// <summary>Links the resource of an id, in place of the one that was linked.</summary>
    /// <param name="id">The id of the related resource.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">The context is read-only, or an id cannot be sent; nothing was sent.</exception>
    /// <exception cref="Errors.KlaviyoNotFoundException">One of the resources does not exist.</exception>
    public Task SetAsync(
        string id,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Links.SetAsync(id, CommandSite.Of("SetAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }
}
