using System.Text;
using System.Text.Json.Nodes;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>The command of one operation, as a program calls it.</summary>
/// <param name="Operation">The operation's id in the official document.</param>
/// <param name="RunAsync">Calls the command.</param>
internal sealed record WriteCase(string Operation, Func<WriteWorld, Task> RunAsync)
{
    /// <summary>The repeat class of this command: of one that appends, a lower one than its operation's.</summary>
    internal RepeatClass Repeat { get; init; } = WriteCases.Facts(Operation) is WriteFacts write ? write.Repeat : RepeatClass.Read;

    /// <summary>
    /// Demands the effect of the command: reads it with a query, and compares it with the account before and after. Null for operations of families with a
    /// general effect: creations, updates, deletions, and links.
    /// </summary>
    internal Func<WriteWorld, AccountState, AccountState, Task>? ThenAsync { get; init; }

    /// <summary>Indicates whether the command's resource is made from the official document, so that the case runs only where that is.</summary>
    internal bool IsSampled { get; private init; }

    /// <summary>Returns a case whose resource has the attributes of the shortest body that conforms to the official document.</summary>
    internal static WriteCase Sampled<T>(string operation, Func<WriteWorld, T, Task> run)
        where T : KlaviyoResource =>
        new(operation, async world => await run(world, await SampleAsync<T>(operation))) { IsSampled = true };

    public override string ToString() => Operation;

    private static async Task<T> SampleAsync<T>(string operation)
        where T : KlaviyoResource
    {
        SampleBody body = (await SampleBodies.All).Where(body => body.Operation == operation).MinBy(body => body.Json.GetRawText().Length)!;
        JsonNode document = JsonNode.Parse(body.Json.GetRawText())!;
        ((JsonObject)document["data"]!)["id"] = "sample";
        return (T)DocumentReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).Resources[0];
    }
}
