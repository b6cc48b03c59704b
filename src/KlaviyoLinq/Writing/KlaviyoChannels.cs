namespace KlaviyoLinq.Writing;

/// <summary>Channels of messages.</summary>
[Flags]
public enum KlaviyoChannels
{
    /// <summary>No channel.</summary>
    None = 0,

    /// <summary>E-mail.</summary>
    Email = 1,

    /// <summary>SMS.</summary>
    Sms = 2,

    /// <summary>WhatsApp.</summary>
    WhatsApp = 4,

    /// <summary>Push notifications of apps.</summary>
    Push = 8,
}
