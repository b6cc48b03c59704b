using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Commands that need no secret. Klaviyo accepts them, and answers nothing else.</content>
public sealed partial class KlaviyoClientContext
{
    /// <summary>
    /// Tracks an event. It always has a time and a unique id, so that a repeated request is the same event: the event gets both at the first call, unless
    /// it has them.
    /// </summary>
    /// <param name="newEvent">The event.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("create_client_event")]
    public Task TrackAsync(
        NewEvent newEvent,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(newEvent))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(newEvent);
        Site site = CommandSite.Of("TrackAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.TrackAsync(_provider.Commands, "/client/events", newEvent, site, cancellationToken);
    }

    /// <summary>Tracks events of one profile, 1,000 in a request.</summary>
    /// <param name="profile">The profile: its identifiers, and what is known about it.</param>
    /// <param name="events">The events, without a profile of their own; none sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_client_events")]
    public Task TrackAsync(
        Profile profile,
        IEnumerable<NewEvent> events,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(events))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(events);
        Site site = CommandSite.Of("TrackAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.TrackOfProfileAsync(_provider.Commands, profile, events, site, cancellationToken);
    }

    /// <summary>Creates a profile, or updates the one with the same identifiers.</summary>
    /// <param name="profile">The profile: its identifiers, and what is known about it.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("create_client_profile")]
    public Task IdentifyAsync(
        Profile profile,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(profile))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Site site = CommandSite.Of("IdentifyAsync", callerArgument, callerFilePath, callerLineNumber);
        return ClientCommands.SendAsync(_provider.Commands, "/client/profiles", profile, profile.Id.Length > 0 ? profile.Id : null, site, cancellationToken);
    }

    /// <summary>Subscribes a profile to a list. A second request can send a second message that asks for confirmation.</summary>
    /// <param name="listId">The id of the list.</param>
    /// <param name="profile">The profile: its identifiers, and what is known about it.</param>
    /// <param name="consent">The channels, without identifiers of its own; null for those of the profile's identifiers.</param>
    /// <param name="customSource">The source that the profile shows; null for none (<c>custom_source</c>).</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    [Operations("create_client_subscription")]
    public Task SubscribeAsync(
        string listId,
        Profile profile,
        ConsentChange? consent = null,
        string? customSource = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(profile))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(listId);
        ArgumentNullException.ThrowIfNull(profile);
        Site site = CommandSite.Of("SubscribeAsync", callerArgument, callerFilePath, callerLineNumber);
        return ClientCommands.SubscribeAsync(_provider.Commands, listId, profile, consent, customSource, site, cancellationToken);
    }

    /// <summary>Registers the token of a device for push notifications, for the profile in it.</summary>
    /// <param name="token">The token, its platform, its vendor and its profile.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("create_client_push_token")]
    public Task RegisterPushTokenAsync(
        PushToken token,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(token))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(token);
        Site site = CommandSite.Of("RegisterPushTokenAsync", callerArgument, callerFilePath, callerLineNumber);
        return ClientCommands.SendAsync(_provider.Commands, "/client/push-tokens", token, null, site, cancellationToken);
    }

    /// <summary>Removes the token of a device from the profile in it.</summary>
    /// <param name="token">The token, its platform and its profile.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("unregister_client_push_token")]
    public Task UnregisterPushTokenAsync(
        PushToken token,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(token))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(token);
        Site site = CommandSite.Of("UnregisterPushTokenAsync", callerArgument, callerFilePath, callerLineNumber);
        return ClientCommands.SendAsync(_provider.Commands, "/client/push-token-unregister", token, null, site, cancellationToken);
    }

    /// <summary>Subscribes a profile to the message that a variant is in stock again.</summary>
    /// <param name="variantId">The id of the catalog variant.</param>
    /// <param name="profile">The profile: its e-mail address, phone number or external id.</param>
    /// <param name="channels">The channels of the message.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    [Operations("create_client_back_in_stock_subscription")]
    public Task SubscribeBackInStockAsync(
        string variantId,
        Profile profile,
        KlaviyoChannels channels,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(profile))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(variantId);
        ArgumentNullException.ThrowIfNull(profile);
        Site site = CommandSite.Of("SubscribeBackInStockAsync", callerArgument, callerFilePath, callerLineNumber);
        return EventCommands.SubscribeBackInStockAsync(
            _provider.Commands, "/client/back-in-stock-subscriptions", variantId, profile, channels, site, cancellationToken);
    }

    /// <summary>Submits a review of a customer.</summary>
    /// <param name="review">The review.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    [Operations("create_client_review")]
    public Task CreateReviewAsync(
        NewReview review,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(review))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(review);
        Site site = CommandSite.Of("CreateReviewAsync", callerArgument, callerFilePath, callerLineNumber);
        return ClientCommands.CreateReviewAsync(_provider.Commands, review, site, cancellationToken);
    }
}
