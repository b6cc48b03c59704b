namespace KlaviyoLinq.Emulator;

/// <summary>Which of Klaviyo's rules the emulator enforces.</summary>
public enum Strictness
{
    /// <summary>What the official documents state. The default.</summary>
    Documented,

    /// <summary>Also what the live API enforces without documenting it: on profiles an ascending sort goes with <c>greater-than</c> only, and more of the kind.</summary>
    Live,
}
