using System.Linq.Expressions;

namespace KlaviyoLinq.Query;

/// <summary>What every operator but <c>Include</c> returns.</summary>
internal sealed class ComposedQuery<T>(KlaviyoQueryProvider provider, Expression expression) : KlaviyoQuery<T>(provider, expression);
