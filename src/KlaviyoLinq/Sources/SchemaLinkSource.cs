using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Sources;

/// <summary>Related schemas whose links have members of their own.</summary>
/// <param name="engine">Runs the queries.</param>
/// <param name="operationPath">The operation that lists them.</param>
/// <param name="key">The resource that they are related to.</param>
/// <param name="links">Sends the commands.</param>
internal sealed class SchemaLinkSource<T>(IQueryEngine engine, string operationPath, ResourceKey? key, LinkCommands links)
    : KlaviyoSchemaLinks<T>(engine, operationPath, key), IAsyncEnumerable<T>
    where T : KlaviyoResource
{
    internal override LinkCommands Links => links;
}
