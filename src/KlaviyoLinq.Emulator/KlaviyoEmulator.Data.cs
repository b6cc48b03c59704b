using System.Text.Json;

namespace KlaviyoLinq.Emulator;

// The emulator's own account, spelled short: most tests have no other.
public sealed partial class KlaviyoEmulator
{
    /// <inheritdoc cref="EmulatorAccount.Count"/>
    public int Count(string type) => DefaultAccount.Count(type);

    /// <inheritdoc cref="EmulatorAccount.Resources"/>
    public IReadOnlyList<JsonElement> Resources(string type) => DefaultAccount.Resources(type);

    /// <inheritdoc cref="EmulatorAccount.Add(string)"/>
    public void Add(string resourceJson) => DefaultAccount.Add(resourceJson);

    /// <inheritdoc cref="EmulatorAccount.Add(JsonElement)"/>
    public void Add(JsonElement resource) => DefaultAccount.Add(resource);

    /// <inheritdoc cref="EmulatorAccount.Seed"/>
    public int Seed(string json) => DefaultAccount.Seed(json);

    /// <inheritdoc cref="EmulatorAccount.SeedFile"/>
    public int SeedFile(string path) => DefaultAccount.SeedFile(path);

    /// <inheritdoc cref="EmulatorAccount.Generate"/>
    public void Generate(DataSize data, int seed = 1) => DefaultAccount.Generate(data, seed);

    /// <inheritdoc cref="EmulatorAccount.Remove"/>
    public bool Remove(string type, string id) => DefaultAccount.Remove(type, id);

    /// <inheritdoc cref="EmulatorAccount.Clear"/>
    public void Clear() => DefaultAccount.Clear();
}
