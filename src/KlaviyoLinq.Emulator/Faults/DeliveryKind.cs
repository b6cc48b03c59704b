namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Ways in which an answer can fail in transit.</summary>
internal enum DeliveryKind
{
    /// <summary>The connection is reset before anything of the answer is sent.</summary>
    Reset,

    /// <summary>The connection is closed before the body is whole.</summary>
    Truncate,

    /// <summary>Stalled: no more bytes are sent, and the connection stays open.</summary>
    Stall,

    /// <summary>The body comes in small pieces with pauses between them.</summary>
    Trickle,
}
