namespace KlaviyoLinq.Emulator.Writing.Uploads;

/// <summary>Field of a form.</summary>
/// <param name="Name">The name.</param>
/// <param name="FileName">The name of the file; null where the part has none.</param>
/// <param name="Content">The bytes.</param>
internal sealed record FormPart(string Name, string? FileName, ReadOnlyMemory<byte> Content);
