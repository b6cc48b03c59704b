using System.Reflection;
using KlaviyoLinq.Emulator;

namespace Snippets;

/// <summary>Finds and runs what the pages show.</summary>
internal static class SnippetRunner
{
    /// <summary>The names of all snippets that are run, with the method that runs each.</summary>
    internal static IReadOnlyDictionary<string, MethodInfo> Methods { get; } = Find();

    /// <summary>Runs a snippet against an emulated account of its own. It has the console for itself: one at a time.</summary>
    internal static async Task<SnippetOutcome> RunAsync(string name)
    {
        await using Stage stage = await Stage.OpenAsync();
        TextWriter console = Console.Out;
        using StringWriter output = new();
        Console.SetOut(output);
        try
        {
            await (Task)Methods[name].Invoke(null, [stage])!;
        }
        finally
        {
            Console.SetOut(console);
        }

        return new SnippetOutcome(output.ToString(), [.. Requests(stage.Emulator)]);
    }

    private static IEnumerable<string> Requests(KlaviyoEmulator emulator) =>
        from request in emulator.Requests
        where request.Parameter("page[cursor]") is null
        let query = string.Join('&', request.Parameters.Select(p => $"{p.Key}={p.Value}"))
        select query.Length == 0 ? $"{request.Method} {request.Path}" : $"{request.Method} {request.Path}?{query}";

    private static Dictionary<string, MethodInfo> Find() => (
        from type in typeof(SnippetRunner).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        from name in method.GetCustomAttribute<SnippetAttribute>()?.Names ?? []
        select (name, method)).ToDictionary(pair => pair.name, pair => pair.method);
}
