using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests;

/// <summary>An answer of the emulator.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    internal JsonElement Error => Body.GetProperty("errors")[0];

    internal string Detail => Error.GetProperty("detail").GetString()!;
}
