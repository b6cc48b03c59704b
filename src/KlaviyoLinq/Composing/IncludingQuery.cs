using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Composing;

/// <summary>Query with <c>Include</c>, after which <c>ThenInclude</c> can follow.</summary>
internal sealed class IncludingQuery<T, TProperty>(IQueryEngine provider, IQueryable source, MethodInfo method, Expression argument, KlaviyoCallSite site)
    : KlaviyoQuery<T>(provider, source, method, argument, site), IIncludableKlaviyoQueryable<T, TProperty>;
