using System.Linq.Expressions;

namespace KlaviyoLinq.Mapping;

/// <summary>A predicate that every query of a class is asked with, unless it says otherwise.</summary>
/// <param name="Name">The name; empty for the one without.</param>
/// <param name="Predicate">The predicate.</param>
/// <param name="Site">Where it was written.</param>
internal sealed record QueryFilter(string Name, LambdaExpression Predicate, KlaviyoCallSite Site);
