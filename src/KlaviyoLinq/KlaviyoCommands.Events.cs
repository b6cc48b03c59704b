using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Events and subscriptions of one profile.</content>
public static partial class KlaviyoCommands
{
    /// <summary>
    /// Tracks an event. It always has a time and a unique id, so that a repeated request is the same event: the event gets both at the first call, unless
    /// it has them.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="newEvent">The event.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("create_event")]
    public static Task TrackAsync(
        this KlaviyoSet<Event> set,
        NewEvent newEvent,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(newEvent))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(newEvent);
        Site site = CommandSite.Of("TrackAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.TrackAsync(set.Commands, "/api/events", newEvent, site, cancellationToken);
    }

    /// <summary>
    /// Tracks events in as many requests as the limits require: 1,000 events and 5 MB each. Nothing is sent when one of the requests is refused. Klaviyo
    /// accepts them without a job to look at.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="events">The events. Those that follow each other and have the same profile object are sent together; none sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_events")]
    public static Task TrackAsync(
        this KlaviyoSet<Event> set,
        IEnumerable<NewEvent> events,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(events))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(events);
        Site site = CommandSite.Of("TrackAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.TrackManyAsync(set.Commands, events, site, cancellationToken);
    }

    /// <summary>Subscribes a profile to the message that a variant is in stock again. A second subscription can send a second message.</summary>
    /// <param name="reference">The variant.</param>
    /// <param name="profile">The profile: its id, or its e-mail address, phone number or external id.</param>
    /// <param name="channels">The channels of the message.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    [Operations("create_back_in_stock_subscription")]
    public static Task SubscribeBackInStockAsync(
        this KlaviyoReference<CatalogVariant> reference,
        Profile profile,
        KlaviyoChannels channels,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(profile))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(profile);
        Site site = CommandSite.Of("SubscribeBackInStockAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.SubscribeBackInStockAsync(
            reference.Commands, "/api/back-in-stock-subscriptions", reference.Id, profile, channels, site, cancellationToken);
    }
}
