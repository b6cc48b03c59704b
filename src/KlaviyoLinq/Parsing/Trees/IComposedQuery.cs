using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>
/// A query that is one operator more on another. Its expression tree is built when somebody asks for it; a query that has a plan can be told
/// by these parts.
/// </summary>
internal interface IComposedQuery
{
    /// <summary>What the operator was put on; null where the query was made of a tree.</summary>
    IQueryable? Source { get; }

    /// <summary>The operator, as it stands in trees.</summary>
    MethodInfo? Operator { get; }

    /// <summary>The operator's lambda or value; null where it has none.</summary>
    Expression? Argument { get; }

    /// <summary>Where the operator was written.</summary>
    KlaviyoCallSite Site { get; }

    /// <summary>The tree, where it has been built.</summary>
    Expression? Tree { get; }
}
