using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Sources;

/// <summary>Set of a resource type. An asynchronous stream as well, which the public class must not be: every LINQ operator would be ambiguous.</summary>
/// <param name="engine">Runs the set's queries.</param>
/// <param name="operationPath">The operation for the collection; for a type without one, the operation for one resource.</param>
/// <param name="singlePath">The operation for one resource.</param>
internal sealed class ResourceSet<T>(IQueryEngine engine, string operationPath, string singlePath) : KlaviyoSet<T>(engine, operationPath), IAsyncEnumerable<T>
{
    /// <inheritdoc/>
    public override KlaviyoReference<T> this[
        string id,
        [CallerArgumentExpression(nameof(id))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(id);
            return new ResourceReference<T>(Engine, singlePath, id, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
        }
    }
}
