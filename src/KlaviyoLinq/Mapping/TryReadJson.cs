using System.Text.Json;

namespace KlaviyoLinq.Mapping;

/// <summary>Reads a JSON value as a type of C#.</summary>
/// <param name="json">The value.</param>
/// <param name="value">The value in C#; null for JSON null, and for the empty string where the type is not text.</param>
/// <returns>False where the JSON holds something else.</returns>
internal delegate bool TryReadJson(JsonElement json, out object? value);
