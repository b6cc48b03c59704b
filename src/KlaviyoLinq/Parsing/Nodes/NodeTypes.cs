using System.Reflection;
using Remotion.Linq.Parsing.Structure;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>Tells re-linq of the operators one by one, as they are met: to enter all there are into its own registry takes longer than to parse a query.</summary>
internal sealed class NodeTypes : INodeTypeProvider
{
    public bool IsRegistered(MethodInfo method) => QueryGrammar.Knows(method);

    public Type? GetNodeType(MethodInfo method) => QueryGrammar.Knows(method) ? QueryGrammar.NodeOf(method) : null;
}
