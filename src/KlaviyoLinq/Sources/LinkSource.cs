using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Sources;

/// <summary>Related resource whose link can be set.</summary>
/// <param name="engine">Runs the queries.</param>
/// <param name="operationPath">The operation that lists them.</param>
/// <param name="key">The resource that they are related to.</param>
/// <param name="links">Sends the commands.</param>
internal sealed class LinkSource<T>(IQueryEngine engine, string operationPath, ResourceKey? key, LinkCommands links)
    : KlaviyoLink<T>(engine, operationPath, key), IAsyncEnumerable<T>
    where T : KlaviyoResource
{
    internal override LinkCommands Links => links;
}
