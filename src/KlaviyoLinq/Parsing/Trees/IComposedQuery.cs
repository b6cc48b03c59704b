using System.Linq.Expressions;
using System.Reflection;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>
/// A query made by applying one operator to another query. Its expression tree is built on first use; the pattern of a query with a plan is read
/// from these parts.
/// </summary>
internal interface IComposedQuery
{
    /// <summary>The query that the operator was applied to; null where the query was made from a tree.</summary>
    IQueryable? Source { get; }

    /// <summary>The operator, as it stands in trees.</summary>
    MethodInfo? Operator { get; }

    /// <summary>The operator's lambda or value; null where it has none.</summary>
    Expression? Argument { get; }

    /// <summary>Call site of the operator.</summary>
    KlaviyoCallSite Site { get; }

    /// <summary>The tree, where it has been built.</summary>
    Expression? Tree { get; }
}
