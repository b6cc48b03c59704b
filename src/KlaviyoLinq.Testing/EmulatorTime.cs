namespace KlaviyoLinq.Testing;

/// <summary>
/// The system's clock, as an object of its own for each emulator. Contexts share rate limits by clock, address and key, and an emulator may listen on
/// the port of an earlier one, whose limits are not its own.
/// </summary>
internal sealed class EmulatorTime : TimeProvider;
