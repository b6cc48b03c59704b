using System.Linq.Expressions;

namespace KlaviyoLinq.Display;

/// <summary>A query provider that can show a query without running it.</summary>
internal interface IQueryDisplay
{
    /// <summary>What the query asks, or why it cannot be asked.</summary>
    View Show(Expression query);
}
