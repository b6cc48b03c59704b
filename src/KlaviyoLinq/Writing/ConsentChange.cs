using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Consent of one person that is given or withdrawn: who, and for which channels.</summary>
public sealed class ConsentChange
{
    /// <summary>
    /// Gets the id of the profile; null, the default, to identify it by its address or number. Only subscribing takes it. Wire name: <c>id</c>.
    /// </summary>
    public string? ProfileId { get; init; }

    /// <summary>Gets the e-mail address; required for the e-mail channel. Wire name: <c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the phone number in E.164 format; required for SMS and WhatsApp. Wire name: <c>phone_number</c>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Gets the channels of marketing messages. Wire name: <c>subscriptions.….marketing</c>.</summary>
    public KlaviyoChannels Marketing { get; init; }

    /// <summary>Gets the channels of transactional messages: SMS and WhatsApp. Wire name: <c>subscriptions.….transactional</c>.</summary>
    public KlaviyoChannels Transactional { get; init; }

    /// <summary>
    /// Gets whether conversations in WhatsApp are included. Only unsubscribing takes it. Wire name: <c>subscriptions.whatsapp.conversational</c>.
    /// </summary>
    public bool Conversational { get; init; }

    /// <summary>Gets whether the tracking of opened e-mails is included. Wire name: <c>subscriptions.email.open_tracking</c>.</summary>
    public bool OpenTracking { get; init; }

    /// <summary>
    /// Gets the time of the consent, for consent that was given elsewhere in the past; null, the default, for now. It requires a historical import. Wire name:
    /// <c>consented_at</c>.
    /// </summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>Gets the date of birth, for lists with an age gate; null, the default, for none. Wire name: <c>age_gated_date_of_birth</c>.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Gets the tokens of the push channel; null, the default, for none. Wire name: <c>subscriptions.push.tokens</c>.</summary>
    public IReadOnlyList<PushToken>? PushTokens { get; init; }

    /// <summary>Gets the anonymous id of the push channel; null, the default, for none. Wire name: <c>subscriptions.push.anonymous_id</c>.</summary>
    public string? AnonymousId { get; init; }
}
