using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Composing;

/// <summary>What <c>Include</c> returns, so that <c>ThenInclude</c> can be written behind it.</summary>
internal sealed class IncludingQuery<T, TProperty>(IQueryEngine provider, IQueryable source, MethodInfo method, Expression argument, KlaviyoCallSite site)
    : KlaviyoQuery<T>(provider, source, method, argument, site), IIncludableKlaviyoQueryable<T, TProperty>;
