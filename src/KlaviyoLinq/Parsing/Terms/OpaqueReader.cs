using System.Collections;
using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Printing;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>Describes code that cannot be read as any other term.</summary>
internal static class OpaqueReader
{
    internal static OpaqueTerm Read(Expression expression, Fragment fragment, MemberPath? collection) =>
        new(Describe(expression), fragment, Kind(expression)) { Collection = collection };

    private static OpaqueKind Kind(Expression expression) => expression switch
    {
        SubQueryExpression => OpaqueKind.SubQuery,
        _ when typeof(IQueryable).IsAssignableFrom(expression.Type) => OpaqueKind.SubQuery,
        MethodCallExpression call => KindOf(call),
        MemberExpression { Expression: { } target } when IsMoment(target.Type) => OpaqueKind.DatePart,
        MemberExpression { Expression: { } target } when IsCollection(target.Type) => OpaqueKind.Collection,
        MemberExpression { Expression: MethodCallExpression call } member when MemberMap.Find(member.Member) is not null => Kind(call),
        BinaryExpression { NodeType: ExpressionType.Add } sum when sum.Type == typeof(string) => OpaqueKind.Joining,
        BinaryExpression { NodeType: ExpressionType.ExclusiveOr } => OpaqueKind.ExclusiveOr,
        BinaryExpression { NodeType: not (ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce) } => OpaqueKind.Arithmetic,
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked or ExpressionType.OnesComplement } => OpaqueKind.Arithmetic,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert
            when convert.Operand.Type != typeof(char) => OpaqueKind.Conversion,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => Kind(operand),
        _ => OpaqueKind.Code,
    };

    private static OpaqueKind KindOf(MethodCallExpression call) => (call.Method.Name, call.Method.DeclaringType) switch
    {
        ("ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant", { } type) when type == typeof(string) => OpaqueKind.CaseFolding,
        ("get_Chars" or "Substring" or "Remove" or "Split", { } type) when type == typeof(string) => OpaqueKind.Character,
        ("Concat" or "Format" or "Join" or "Insert", { } type) when type == typeof(string) => OpaqueKind.Joining,
        (_, { } type) when type == typeof(Enumerable) => OpaqueKind.Collection,
        ("Compare" or "CompareTo" or "CompareOrdinal", { } type) when type == typeof(string) => OpaqueKind.StringOrder,
        (_, { } type) when type == typeof(KlaviyoMap) || type == typeof(KlaviyoValue) => OpaqueKind.FreeForm,
        (var name, { } type) when IsMoment(type) =>
            name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("op_", StringComparison.Ordinal) || name == "Subtract"
            ? OpaqueKind.Arithmetic
            : OpaqueKind.DatePart,
        (_, { } type) when type == typeof(Queryable) => OpaqueKind.SubQuery,
        _ => OpaqueKind.Code,
    };

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
    private static Type ClassOf(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Operand: { } operand } ? ClassOf(operand) : expression.Type;

    private static bool IsMoment(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var moment
        && (moment == typeof(DateTimeOffset) || moment == typeof(DateTime) || moment == typeof(DateOnly) || moment == typeof(TimeOnly));

    private static string Describe(Expression expression) => expression switch
    {
        SubQueryExpression => "a query inside the query",
        _ when typeof(IQueryable).IsAssignableFrom(expression.Type) => "a query inside the query",
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: MethodCallExpression { Method.Name: "get_Chars" } } => "a character of a string",
        MethodCallExpression { Method.Name: "get_Chars" } => "a character of a string",
        MethodCallExpression { Method.Name: "get_Item" } call when call.Method.DeclaringType == typeof(KlaviyoMap) => "a key of a free-form member",
        MethodCallExpression call when call.Method.DeclaringType == typeof(Enumerable) => $"{call.Method.Name}() over the elements of a collection",
        MethodCallExpression call when CompilerNames.IsCompilerMade(call.Method.DeclaringType!) => $"a call of {CompilerNames.Member(call.Method.Name)}()",
        MethodCallExpression call => $"a call of {CSharpOperators.TypeName(call.Method.DeclaringType!)}.{call.Method.Name}()",
        MemberExpression { Expression: MethodCallExpression call } member when MemberMap.Find(member.Member) is not null => Describe(call),
        MemberExpression { Expression: { } target } member when IsMoment(target.Type) => $"the {member.Member.Name} of a date-time",
        MemberExpression { Expression: { } target } member when IsCollection(target.Type) => $"the {member.Member.Name} of a collection",
        MemberExpression { Expression: { } target, Member.DeclaringType: { IsInterface: true } contract } member when target is not ParameterExpression =>
            $"the member {CSharpOperators.TypeName(contract)}.{member.Member.Name}, for which {CSharpOperators.TypeName(ClassOf(target))} has no public property that is mapped",
        MemberExpression member => $"the member {CSharpOperators.TypeName(member.Member.DeclaringType!)}.{member.Member.Name}, which is not part of Klaviyo's model",
        BinaryExpression { NodeType: ExpressionType.Add } sum when sum.Type == typeof(string) => "two strings joined into one",
        BinaryExpression { NodeType: ExpressionType.ExclusiveOr } => "an exclusive or",
        BinaryExpression binary when CSharpOperators.Symbol(binary.NodeType) is { } symbol => $"the operator {symbol} on a member",
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } => "the operator - on a member",
        TypeBinaryExpression => "a test of a member's type",
        ConditionalExpression => "a condition on a member",
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert =>
            $"a conversion of a member to {CSharpOperators.TypeName(convert.Type)}, which can change its value",
        ParameterExpression parameter => $"the parameter {parameter.Name}, whose value is not known when the query is sent",
        _ => $"an expression of the kind {expression.NodeType}",
    };
}
