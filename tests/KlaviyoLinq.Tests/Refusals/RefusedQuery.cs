using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Tests.Refusals;

/// <summary>A query that Klaviyo cannot answer.</summary>
/// <param name="query">The query.</param>
/// <param name="instead">What its advice comes to: a query that translates, or rows filtered in memory, which need only compile.</param>
/// <param name="source">The query's C#.</param>
internal sealed class RefusedQuery(IQueryable query, object? instead = null, [CallerArgumentExpression(nameof(query))] string source = "")
{
    internal IQueryable Query { get; } = query;

    internal object? Instead { get; } = instead;

    internal string Source { get; } = string.Join(' ', source.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
