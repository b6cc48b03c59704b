namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>Error of a record that does not fit its schema.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">The sentence about it.</param>
/// <param name="Property">The property or the path.</param>
/// <param name="Value">The value as JSON; null where there is none.</param>
internal sealed record RecordError(string Code, string Message, string Property, string? Value);
