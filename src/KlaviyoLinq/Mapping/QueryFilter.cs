using System.Linq.Expressions;

namespace KlaviyoLinq.Mapping;

/// <summary>A predicate that every query of a class is filtered by, unless it ignores query filters.</summary>
/// <param name="Name">The name; empty for the one without.</param>
/// <param name="Predicate">The predicate.</param>
/// <param name="Site">Its place in the source.</param>
internal sealed record QueryFilter(string Name, LambdaExpression Predicate, KlaviyoCallSite Site);
