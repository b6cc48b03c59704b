using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Composing;

/// <summary>Query with any operator but <c>Include</c>.</summary>
internal sealed class ComposedQuery<T> : KlaviyoQuery<T>
{
    public ComposedQuery(IQueryEngine provider, Expression expression)
        : base(provider, expression)
    {
    }

    public ComposedQuery(IQueryEngine provider, IQueryable source, MethodInfo method, Expression? argument, KlaviyoCallSite site)
        : base(provider, source, method, argument, site)
    {
    }
}
