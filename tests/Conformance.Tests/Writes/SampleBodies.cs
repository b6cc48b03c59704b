using System.Text.Json;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Bodies of requests that are made from the official document alone, and conform to it: tests/NodeClients/bodies.mjs and requests.mjs.</summary>
internal static class SampleBodies
{
    private static readonly Lazy<Task<IReadOnlyList<SampleBody>>> _all = new(MakeAsync);

    /// <summary>All bodies, of all operations that have one.</summary>
    internal static Task<IReadOnlyList<SampleBody>> All => _all.Value;

    /// <summary>Returns the faults of bodies against the official document, for each the lines of its own.</summary>
    internal static async Task<IReadOnlyList<string[]>> FaultsOf(IReadOnlyList<SampleBody> bodies)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(
            file, "[" + string.Join(',', bodies.Select(body => $$"""{"operation":"{{body.Operation}}","body":{{body.Json.GetRawText()}}}""")) + "]");
        try
        {
            JsonElement faults = await RunAsync("requests.mjs", NodeClients.Document, file);
            return [.. faults.EnumerateArray().Select(lines => lines.EnumerateArray().Select(line => line.GetString()!).ToArray())];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<SampleBody>> MakeAsync()
    {
        JsonElement made = await RunAsync("bodies.mjs", NodeClients.Document);
        SampleBody[] bodies =
            [.. made.EnumerateObject().SelectMany(operation => operation.Value.EnumerateArray().Select(body => new SampleBody(operation.Name, body)))];
        return [.. bodies.Zip(await FaultsOf(bodies)).Where(pair => pair.Second.Length == 0).Select(pair => pair.First)];
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        using NodeProgram program = NodeProgram.Start(arguments);
        (int exitCode, string output, string errors) = await program.Finish();
        return exitCode == 0 ? JsonElement.Parse(output) : throw new InvalidOperationException(errors);
    }
}
