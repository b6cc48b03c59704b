using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Plans;

/// <summary>
/// Reads the pattern of an expression tree in one walk: kinds of nodes, types, members, methods and literals. Captured values, the names of parameters
/// and call sites are not part of it. A tree with nodes that a pattern cannot distinguish has no pattern, and is parsed every time.
/// </summary>
internal sealed class PatternReader
{
    // Deeper and larger trees are rare and not worth the memory of a plan.
    private const int Deepest = 256;
    private const int Largest = 4_096;

    private const int Written = 1 << 8;
    private const int Captured = 2 << 8;
    private const int Root = 3 << 8;
    private const int Place = 4 << 8;
    private const int Bound = 5 << 8;
    private const int More = 6 << 8;
    private const int Flag = 1 << 12;
    private const int Counted = 1 << 13;

    private readonly List<ParameterExpression> _parameters = [];
    private readonly List<ConstantExpression> _arguments = [];
    private PatternToken[] _tokens = new PatternToken[128];
    private Expression?[] _nodes = new Expression?[128];
    private int _count;
    private int _hash;
    private int _depth;
    private bool _hasRoot;

    internal PatternView View => new(_tokens.AsSpan(0, _count), _hash);

    /// <summary>The nodes by their number in the walk; null where a token belongs to the node before it.</summary>
    internal ReadOnlySpan<Expression?> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>The values that operators take outside of lambdas, other than literals.</summary>
    internal IReadOnlyList<ConstantExpression> Arguments => _arguments;

    /// <summary>Reads a query, from its tree or, where that has not been built, from its operators.</summary>
    /// <param name="query">The query.</param>
    /// <param name="circumstances">The other inputs of a plan: the grammar and the terminal operator.</param>
    /// <returns>True when it has a pattern.</returns>
    internal bool TryRead(IQueryable query, int circumstances)
    {
        Add(circumstances, null, null);
        return ReadQuery(query) && _hasRoot;
    }

    /// <summary>Reads a tree.</summary>
    internal bool TryRead(Expression expression, int circumstances)
    {
        Add(circumstances, null, null);
        return Read(expression) && _hasRoot;
    }

    /// <summary>Releases the tree and everything it captured.</summary>
    internal void Clear()
    {
        Array.Clear(_tokens, 0, _count);
        Array.Clear(_nodes, 0, _count);
        _parameters.Clear();
        _arguments.Clear();
        (_count, _hash, _depth, _hasRoot) = (0, 0, 0, false);
    }

    // What the tree would be, were it built.
    private bool ReadQuery(IQueryable query)
    {
        if (query is not IComposedQuery { Tree: null, Source: { } source } composed)
            return Read(query.Expression);
        if (_depth == Deepest || !Add((int)ExpressionType.Call | ((composed.Argument is null ? 2 : 3) * Counted), composed.Operator, null))
            return false;
        _depth++;
        bool isRead = ReadQuery(source) && composed.Argument switch
        {
            null => true,
            LambdaExpression lambda => Add((int)ExpressionType.Quote, null, null) && Read(lambda),
            var value => Read(value),
        };
        _depth--;
        return isRead && Add(Place, null, null);
    }

    private bool Read(Expression? node)
    {
        if (node is null || _depth == Deepest || _count >= Largest)
            return false;
        _depth++;
        bool isRead = ReadNode(node);
        _depth--;
        return isRead;
    }

    // By the kind of node first: testing for one class after the other would cost more than all the rest.
    private bool ReadNode(Expression node)
    {
        ExpressionType type = node.NodeType;
        int code = (int)type;
        switch (type)
        {
            case ExpressionType.Parameter when node is ParameterExpression parameter:
                int index = _parameters.LastIndexOf(parameter);
                return index >= 0 && Add(Bound | (index << 13), null, node);
            case ExpressionType.Constant when node is ConstantExpression constant:
                return ReadConstant(constant);
            case ExpressionType.MemberAccess when node is MemberExpression member:
                return member.Expression is null ? Add(code, member.Member, node) : Add(code | Flag, member.Member, node) && Read(member.Expression);
            case ExpressionType.Call when node is MethodCallExpression call:
                return Add((call.Object is null ? code : code | Flag) | (((IArgumentProvider)call).ArgumentCount * Counted), call.Method, node)
                    && (call.Object is null || Read(call.Object)) && ReadArguments(call);
            case ExpressionType.Quote when node is UnaryExpression quote:
                return Add(code, null, node) && Read(quote.Operand);
            case ExpressionType.Lambda when node is LambdaExpression lambda:
                return ReadLambda(lambda);
            case ExpressionType.Conditional when node is ConditionalExpression conditional:
                return Add(code, conditional.Type, node) && Read(conditional.Test) && Read(conditional.IfTrue) && Read(conditional.IfFalse);
            case ExpressionType.New when node is NewExpression creation:
                return ReadCreation(creation);
            case ExpressionType.MemberInit when node is MemberInitExpression initialised:
                return ReadInitialised(initialised);
            case ExpressionType.NewArrayInit or ExpressionType.NewArrayBounds when node is NewArrayExpression array:
                return Add(code | (array.Expressions.Count * Counted), array.Type, node) && ReadAll(array.Expressions);
            case ExpressionType.TypeIs when node is TypeBinaryExpression test:
                return Add(code, test.TypeOperand, node) && Read(test.Expression);
            case ExpressionType.Invoke when node is InvocationExpression invocation:
                return Add(code | (invocation.Arguments.Count * Counted), null, node) && Read(invocation.Expression) && ReadAll(invocation.Arguments);
            case ExpressionType.Default:
                return Add(code, node.Type, node);
            default:
                return IsPlain(type) && ReadOperator(node, code);
        }
    }

    private bool ReadOperator(Expression node, int code) => node switch
    {
        BinaryExpression { Conversion: null } binary =>
            Add(binary.IsLiftedToNull ? code | Flag : code, binary.Method, node) && Read(binary.Left) && Read(binary.Right),
        UnaryExpression unary => Add(code, unary.Type, node) && (unary.Method is null || Add(More, unary.Method, null)) && Read(unary.Operand),
        _ => false,
    };

    private bool ReadConstant(ConstantExpression constant)
    {
        switch (constant.Value)
        {
            case KlaviyoCallSite:
                return Add(Place, null, null);
            case IResourceRoot root:
                // A second one is a query inside the query, which is refused.
                if (_hasRoot || root.Relation is not null)
                    return false;
                _hasRoot = true;
                return Add(root.Key is null ? Root : Root | Flag, root.OperationPath, constant)
                    && Add(More, root.CompanyId, null)
                    && Add(More, constant.Type, null);
            case FormattableString or ParameterTerm[] or ValueTerm[]:
                return false; // read as they are, and not by their value
            case var literal when Literals.IsLiteral(literal):
                return Add(Written, literal, constant) && (literal?.GetType() == constant.Type || Add(More, constant.Type, null));
            default:
                if (_parameters.Count == 0)
                    _arguments.Add(constant);
                return Add(Captured, constant.Type, constant);
        }
    }

    private bool ReadLambda(LambdaExpression lambda)
    {
        if (!Add((int)lambda.NodeType | (lambda.Parameters.Count * Counted), lambda.Type, lambda))
            return false;
        int outer = _parameters.Count;
        for (int i = 0; i < lambda.Parameters.Count; i++)
            _parameters.Add(lambda.Parameters[i]);
        bool isRead = Read(lambda.Body);
        _parameters.RemoveRange(outer, _parameters.Count - outer);
        return isRead;
    }

    private bool ReadCreation(NewExpression creation)
    {
        IArgumentProvider arguments = creation;
        int count = arguments.ArgumentCount;
        if (!Add((int)creation.NodeType | (creation.Members is null ? 0 : Flag) | (count * Counted), (object?)creation.Constructor ?? creation.Type, creation))
            return false;
        for (int i = 0; i < count; i++)
            if ((creation.Members is { } members && !Add(More, members[i], null)) || !Read(arguments.GetArgument(i)))
                return false;
        return true;
    }

    private bool ReadInitialised(MemberInitExpression initialised)
    {
        if (!Add((int)initialised.NodeType | (initialised.Bindings.Count * Counted), null, initialised) || !Read(initialised.NewExpression))
            return false;
        foreach (MemberBinding binding in initialised.Bindings)
            if (binding is not MemberAssignment assignment || !Add(More, assignment.Member, null) || !Read(assignment.Expression))
                return false;
        return true;
    }

    private bool ReadArguments(IArgumentProvider arguments)
    {
        int count = arguments.ArgumentCount;
        for (int i = 0; i < count; i++)
            if (!Read(arguments.GetArgument(i)))
                return false;
        return true;
    }

    private bool ReadAll(IReadOnlyList<Expression> expressions)
    {
        for (int i = 0; i < expressions.Count; i++)
            if (!Read(expressions[i]))
                return false;
        return true;
    }

    // Operators that assign or that belong to blocks are not written in queries.
    private static bool IsPlain(ExpressionType type) =>
        type <= ExpressionType.TypeIs || type is ExpressionType.OnesComplement or ExpressionType.IsTrue or ExpressionType.IsFalse;

    private bool Add(int code, object? thing, Expression? node)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
            Array.Resize(ref _nodes, _count * 2);
        }

        _tokens[_count] = new PatternToken(code, thing);
        _nodes[_count++] = node;
        _hash = (_hash * 31) + code;

        // Types and members are the same objects each time; where one is not, the worst is a plan that is not found.
        if (thing is not null)
            _hash = (_hash * 31) + (thing is MemberInfo ? RuntimeHelpers.GetHashCode(thing) : thing.GetHashCode());
        return true;
    }
}
