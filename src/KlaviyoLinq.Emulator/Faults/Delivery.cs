namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Way in which an answer is sent.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Bytes">How many bytes of the body are sent before it does, or in one piece; negative when not even headers are sent.</param>
/// <param name="Pause">How long to wait between two pieces.</param>
internal sealed record Delivery(DeliveryKind Kind, int Bytes = 0, TimeSpan Pause = default)
{
    /// <summary>Gets a value that indicates whether not even a status is sent.</summary>
    internal bool SendsNothing => Kind == DeliveryKind.Reset || Bytes < 0;
}
