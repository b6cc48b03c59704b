using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Parsing.Operators;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Parsing.Structure;
using Remotion.Linq.Parsing.Structure.ExpressionTreeProcessors;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>
/// The operators that re-linq parses here. Its own registry is not used: its default partial evaluator compiles every captured variable,
/// and its sub-query detection would hide calls inside predicates from the reader.
/// </summary>
internal static class QueryGrammar
{
    internal static QueryParser Parser { get; } = new(new ExpressionTreeParser(new NodeTypes(), new NullExpressionTreeProcessor()));

    /// <summary>Returns true when an operator can be parsed.</summary>
    internal static bool Knows(MethodInfo method)
    {
        MethodInfo definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        return definition.DeclaringType == typeof(Queryable) ? OperatorTable.Find(definition.Name)?.Overload?.Invoke(definition.GetParameters()) == true
            : definition.DeclaringType == typeof(SitedOperators) && definition.ReturnType.IsGenericType && definition.Name != nameof(SitedOperators.At);
    }

    /// <summary>Returns the node type of an operator that can be parsed.</summary>
    internal static Type NodeOf(MethodInfo method) => NodeFor(method.IsGenericMethod ? method.GetGenericMethodDefinition() : method);

    // re-linq makes the nodes by their constructors.
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
    private static Type NodeFor(MethodInfo method)
    {
        if (method.Name == "Select")
            return typeof(ProjectionNode);
        if (method.Name == "SelectMany")
            return typeof(SelectManyNode);
        ParameterInfo[] parameters = method.GetParameters();
        if (parameters.Length == 1 || parameters[1].ParameterType == typeof(KlaviyoCallSite))
            return typeof(PlainOperatorNode);
        return typeof(Expression).IsAssignableFrom(parameters[1].ParameterType) ? typeof(LambdaOperatorNode) : typeof(ValueOperatorNode);
    }
}
