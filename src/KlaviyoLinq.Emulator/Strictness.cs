namespace KlaviyoLinq.Emulator;

/// <summary>Rules of Klaviyo that the emulator enforces.</summary>
public enum Strictness
{
    /// <summary>Rules that the official documents state. The default.</summary>
    Documented,

    /// <summary>
    /// Documented rules and those that the live API enforces without documenting them: on profiles an ascending sort goes with <c>greater-than</c>
    /// only, and more of the kind.
    /// </summary>
    Live,
}
