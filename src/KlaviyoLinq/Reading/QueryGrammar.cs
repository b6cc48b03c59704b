using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Remotion.Linq.Parsing.Structure;
using Remotion.Linq.Parsing.Structure.ExpressionTreeProcessors;
using Remotion.Linq.Parsing.Structure.NodeTypeProviders;

namespace KlaviyoLinq.Reading;

/// <summary>
/// What re-linq is taught to parse. Nothing of its own registry is used: its default partial evaluator compiles every captured variable,
/// and its sub-query detection would hide calls inside predicates from the reader.
/// </summary>
internal static class QueryGrammar
{
    private static readonly MethodInfoBasedNodeTypeRegistry Registry = CreateRegistry();

    internal static QueryParser Parser { get; } = new(new ExpressionTreeParser(Registry, new NullExpressionTreeProcessor()));

    internal static bool Knows(MethodInfo method) => Registry.IsRegistered(method);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The methods are only looked at.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The methods are only looked at.")]
    private static MethodInfoBasedNodeTypeRegistry CreateRegistry()
    {
        MethodInfoBasedNodeTypeRegistry registry = new();
        foreach (MethodInfo method in typeof(SitedOperators).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            if (method.ReturnType.IsGenericType && method.Name != nameof(SitedOperators.At))
                registry.Register([method], NodeFor(method));
        foreach (MethodInfo method in typeof(Queryable).GetMethods(BindingFlags.Static | BindingFlags.Public))
            if (IsReadable(method))
                registry.Register([method], NodeFor(method));
        return registry;
    }

    // re-linq makes the nodes by their constructors.
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
    private static Type NodeFor(MethodInfo method)
    {
        if (method.Name == "Select")
            return typeof(ProjectionNode);
        if (method.Name == "SelectMany")
            return typeof(SelectManyNode);
        ParameterInfo[] parameters = method.GetParameters();
        if (parameters.Length == 1 || parameters[1].ParameterType == typeof(CallSite))
            return typeof(PlainOperatorNode);
        return typeof(Expression).IsAssignableFrom(parameters[1].ParameterType) ? typeof(LambdaOperatorNode) : typeof(ValueOperatorNode);
    }

    // The overloads that leave the source as it is and whose lambda has one parameter; the rest is named as unknown by the reader.
    private static bool IsReadable(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return method.Name switch
        {
            "Where" or "Select" or "SelectMany" => Arity(parameters[1].ParameterType) == 2,
            "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" =>
                parameters.Length == 2 && parameters[1].ParameterType.IsGenericType,
            "Take" => parameters[1].ParameterType == typeof(int) || parameters[1].ParameterType == typeof(Range),
            "Skip" => parameters[1].ParameterType == typeof(int),
            "Distinct" or "Reverse" => parameters.Length == 1,
            "DistinctBy" => parameters.Length == 2,
            _ => false,
        };
    }

    private static int Arity(Type expressionType) => expressionType.GetGenericArguments()[0].GetGenericArguments().Length;
}
