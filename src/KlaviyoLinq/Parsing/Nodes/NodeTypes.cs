using System.Reflection;
using Remotion.Linq.Parsing.Structure;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>Gives re-linq the operators one by one, as they occur: filling its own registry with all of them takes longer than parsing a query.</summary>
internal sealed class NodeTypes : INodeTypeProvider
{
    public bool IsRegistered(MethodInfo method) => QueryGrammar.Knows(method);

    public Type? GetNodeType(MethodInfo method) => QueryGrammar.Knows(method) ? QueryGrammar.NodeOf(method) : null;
}
