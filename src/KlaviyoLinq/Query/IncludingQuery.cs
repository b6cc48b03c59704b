using System.Linq.Expressions;

namespace KlaviyoLinq.Query;

/// <summary>What <c>Include</c> returns, so that <c>ThenInclude</c> can be written behind it.</summary>
internal sealed class IncludingQuery<T, TProperty>(KlaviyoQueryProvider provider, Expression expression)
    : KlaviyoQuery<T>(provider, expression), IIncludableKlaviyoQueryable<T, TProperty>;
