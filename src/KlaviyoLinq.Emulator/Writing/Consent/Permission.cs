namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>Kind of messages on a channel that a person consents to.</summary>
/// <param name="Channel">The channel in a body: <c>email</c>, <c>sms</c>, <c>whatsapp</c>, <c>push</c>.</param>
/// <param name="Kind"><c>marketing</c>, <c>transactional</c>, <c>conversational</c> or <c>open_tracking</c>.</param>
internal readonly record struct Permission(string Channel, string Kind)
{
    /// <summary>Every permission that a body can name.</summary>
    internal static IReadOnlyList<Permission> All { get; } =
    [
        EmailMarketing, new("email", "open_tracking"), new("sms", "marketing"), new("sms", "transactional"), new("whatsapp", "marketing"),
        new("whatsapp", "transactional"), new("whatsapp", "conversational"), new("push", "marketing"),
    ];

    internal static Permission EmailMarketing => new("email", "marketing");

    /// <summary>The channel in the attribute <c>subscriptions</c> of a profile.</summary>
    internal string ShownChannel => Channel == "push" ? "mobile_push" : Channel;

    /// <summary>Determines whether a profile has the identifier by which it is reached on the channel.</summary>
    internal bool IsReachable(ResourceEdit profile) => Channel switch
    {
        "email" => profile.Attributes["email"] is not null,
        "push" => true,
        _ => profile.Attributes["phone_number"] is not null,
    };

    /// <summary>Gets a value that indicates whether the permission is for messages, and so makes a person a member of a list.</summary>
    internal bool IsOfMessages => Kind != "open_tracking";

    /// <summary>Gets a value that indicates whether a double opt-in list asks for a confirmation by a message.</summary>
    internal bool IsConfirmed => IsOfMessages && Channel != "push";

    /// <summary>The member that states whether messages can be sent.</summary>
    internal string Flag => (ShownChannel, Kind) switch
    {
        ("email", "marketing") => "can_receive_email_marketing",
        ("sms", _) => "can_receive_sms_" + Kind,
        ("mobile_push", _) => "can_receive_push_marketing",
        _ => "can_receive",
    };
}
