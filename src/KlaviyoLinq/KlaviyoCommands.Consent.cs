using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Consent for a list.</content>
public static partial class KlaviyoCommands
{
    /// <summary>Subscribes people to a list, 1,000 in a request. With double opt-in, they receive a message that they have to confirm.</summary>
    /// <param name="list">The list.</param>
    /// <param name="changes">The people and channels; none sends nothing.</param>
    /// <param name="customSource">The source that profiles show; null for the API (<c>custom_source</c>).</param>
    /// <param name="historicalImport">
    /// Whether the consent was given in the past: then each change has <see cref="ConsentChange.ConsentedAt"/>, and no double opt-in message is sent
    /// (<c>historical_import</c>).
    /// </param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_subscribe_profiles")]
    public static Task SubscribeAsync(
        this KlaviyoReference<List> list,
        IEnumerable<ConsentChange> changes,
        string? customSource = null,
        bool? historicalImport = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(changes))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(changes);
        Site site = CommandSite.Of("SubscribeAsync", callerArgument, callerFilePath, callerLineNumber);
        return ConsentCommands.SubscribeAsync(list.Commands, changes, list.Id, customSource, historicalImport, site, cancellationToken);
    }

    /// <summary>
    /// Unsubscribes the people among these who are on a list. Klaviyo would unsubscribe all others from everything, so the members are read first, and the
    /// others are not sent. A person who leaves the list between the two requests is unsubscribed from everything.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="changes">The people and channels, 100 in a request. A person with an address and a number has to be on the list with both.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The changes that were sent, and those of people who are not on the list.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_unsubscribe_profiles")]
    public static Task<UnsubscribeResult> UnsubscribeAsync(
        this KlaviyoReference<List> list,
        IEnumerable<ConsentChange> changes,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(changes))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(changes);
        Site site = CommandSite.Of("UnsubscribeAsync", callerArgument, callerFilePath, callerLineNumber);
        return ConsentCommands.UnsubscribeAsync(list, changes, site, cancellationToken);
    }
}
