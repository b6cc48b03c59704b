using System.Linq.Expressions;

namespace KlaviyoLinq.Display;

/// <summary>A query provider that can show a query without running it.</summary>
internal interface IQueryDisplay
{
    /// <summary>Request of the query, or the reasons why it is refused.</summary>
    View Show(Expression query);
}
