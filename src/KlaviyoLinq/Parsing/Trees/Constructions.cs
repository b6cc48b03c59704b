using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>
/// Sees through objects that a projection makes: <c>new Contact(p.Id, p.Email).Email</c> is <c>p.Email</c>, so that operators after a
/// projection mean the resource's own members. A record's property is taken to be the constructor's parameter of its name.
/// </summary>
internal sealed class Constructions : ExpressionVisitor
{
    internal static Expression Dissolve(Expression expression) => new Constructions().Visit(expression);

    /// <summary>The parts of a new object that its equality compares, or null for an object that does not compare its parts.</summary>
    internal static IReadOnlyList<Expression>? ComparedParts(Expression expression) => expression switch
    {
        NewExpression creation when IsStructural(creation.Type) => creation.Arguments,
        MemberInitExpression { NewExpression: { } creation } initialised when IsStructural(creation.Type) =>
            [.. creation.Arguments, .. initialised.Bindings.OfType<MemberAssignment>().Select(binding => binding.Expression)],
        MethodCallExpression { Object: null, Method: { Name: "Create", DeclaringType: { } type } } call when IsTuple(type) => call.Arguments,
        _ => null,
    };

    /// <summary>Returns true when each evaluation gives an object that equals no other, because its type compares references.</summary>
    /// <remarks>A native program does not hold every method by its name, and says no.</remarks>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "What is instantiated keeps its Equals; native programs, where it may have no name, say no.")]
    internal static bool IsFreshObject(Expression expression) =>
        RuntimeFeature.IsDynamicCodeSupported
        && expression is NewExpression or MemberInitExpression
        && !expression.Type.IsValueType
        && expression.Type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType == typeof(object);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        Expression? target = Visit(node.Expression);
        Expression? made = target is null ? null : WithoutUpcast(target);
        if (made is not (MemberInitExpression or NewExpression or MethodCallExpression)
            || Own(made.Type, node.Member) is not { } member
            || Part(made, member) is not { } part)
            return node.Update(target);
        return part.Type == node.Type ? part : Expression.Convert(part, node.Type);
    }

    // An object seen as a base class or an interface of its own is the object.
    private static Expression WithoutUpcast(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert
            && convert.Type.IsAssignableFrom(convert.Operand.Type)
            ? WithoutUpcast(convert.Operand)
            : expression;

    // What a member of a base class or an interface is in the class itself; null where it is nothing public.
    private static MemberInfo? Own(Type type, MemberInfo member) =>
        member is PropertyInfo property && property.DeclaringType != type ? Implementations.Find(type, property) : member;

    private static bool IsSame(Type type, MemberInfo bound, MemberInfo member) =>
        bound.Name == member.Name && Own(type, bound)?.DeclaringType == member.DeclaringType;

    private static Expression? Part(Expression target, MemberInfo member) => target switch
    {
        MemberInitExpression initialised =>
            initialised.Bindings.OfType<MemberAssignment>().FirstOrDefault(binding => IsSame(target.Type, binding.Member, member))?.Expression
            ?? Part(initialised.NewExpression, member),
        NewExpression { Members: { } members } creation => Argument(creation.Arguments, IndexOf(members.Select(other => other.Name), member.Name), member),
        NewExpression { Constructor: { } constructor } creation when IsTuple(creation.Type) || IsRecord(creation.Type) =>
            Argument(creation.Arguments, IndexOf(constructor.GetParameters().Select(parameter => parameter.Name), member.Name), member),
        MethodCallExpression { Object: null, Method: { Name: "Create", DeclaringType: { } type } } call when IsTuple(type) =>
            Argument(call.Arguments, IndexOf(call.Method.GetParameters().Select(parameter => parameter.Name), member.Name), member),
        _ => null,
    };

    private static int IndexOf(IEnumerable<string?> names, string member)
    {
        int index = 0;
        foreach (string? name in names)
        {
            if (string.Equals(name, member, StringComparison.OrdinalIgnoreCase))
                return index;
            index++;
        }

        return -1;
    }

    private static Expression? Argument(IReadOnlyList<Expression> arguments, int index, MemberInfo member) =>
        index >= 0 && arguments[index].Type == TypeOf(member) ? arguments[index] : null;

    private static Type? TypeOf(MemberInfo member) => (member as PropertyInfo)?.PropertyType ?? (member as FieldInfo)?.FieldType;

    private static bool IsStructural(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal) || IsTuple(type) || (IsRecord(type) && ComparesItsParts(type));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Without the method the answer is no, which refuses more than it must and never less.")]
    private static bool ComparesItsParts(Type type) =>
        type.GetMethod(nameof(Equals), [type])?.IsDefined(typeof(CompilerGeneratedAttribute), false) == true;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Without the method the answer is no, which refuses more than it must and never less.")]
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic)?.IsDefined(typeof(CompilerGeneratedAttribute), false) == true;

    private static bool IsTuple(Type type) => type == typeof(ValueTuple) || type == typeof(Tuple) || typeof(ITuple).IsAssignableFrom(type);

    // re-linq's nodes are not expressions of C#.
    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node;
}
