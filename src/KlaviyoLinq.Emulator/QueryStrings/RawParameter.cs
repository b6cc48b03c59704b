namespace KlaviyoLinq.Emulator.QueryStrings;

/// <summary>One query parameter.</summary>
/// <param name="Raw">As it was sent: <c>page%5Bsize%5D=20</c>.</param>
/// <param name="Name">The decoded name.</param>
/// <param name="Value">The decoded value.</param>
internal readonly record struct RawParameter(string Raw, string Name, string Value);
