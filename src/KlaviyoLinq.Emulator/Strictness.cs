namespace KlaviyoLinq.Emulator;

/// <summary>Rules of Klaviyo that the emulator enforces.</summary>
public enum Strictness
{
    /// <summary>Rules that the official documents state. The default.</summary>
    Documented,

    /// <summary>
    /// Also what the live API enforces without documenting it: on profiles an ascending sort goes with <c>greater-than</c> only, and more of the
    /// kind.
    /// </summary>
    Live,
}
