using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Printing;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>
/// Evaluates the captured values of a query, once, before anything is sent. Members, calls and constructions go through reflection,
/// which is far cheaper than compiling; only the rest is interpreted.
/// </summary>
internal static class Evaluator
{
    private const string DataKey = "KlaviyoLinq.Expression";

    private static readonly ConcurrentDictionary<Type, bool> _holdsOpenEnumerations = new();

    /// <summary>The value of an expression that does not depend on the queried resource.</summary>
    /// <exception cref="Exception">Whatever the author's code throws, itself, with the sub-expression named in its Data.</exception>
    internal static object? Evaluate(Expression expression) => expression switch
    {
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression { Value: { } closure } } => field.GetValue(closure),
        ConstantExpression constant => constant.Value,
        MemberExpression { Expression: null or { Type.IsByRefLike: false } } member => Member(member),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when IsReference(convert) => Evaluate(convert.Operand),
        UnaryExpression { NodeType: ExpressionType.Quote } quote => quote.Operand,
        NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => Array(array),
        MethodCallExpression { Method.ReturnType.IsByRefLike: false, Object: null or { Type.IsByRefLike: false } } call
            when !TakesReferences(call.Method) => Call(call),
        NewExpression { Constructor: { } } creation => Creation(creation),
        _ => OperatorEvaluator.TryEvaluate(expression, out object? value) ? value : Interpreted(expression),
    };

    /// <summary>A value in the terms of the query form: open enumerations by their wire names, scalars by what they hold, characters as strings.</summary>
    internal static object? Plain(object? value) => value switch
    {
        IKlaviyoEnum open => open.Value,
        KlaviyoValue scalar => Scalar(scalar),
        char character => character.ToString(),
        string => value,
        IEnumerable list when _holdsOpenEnumerations.GetOrAdd(list.GetType(), HoldsOpenEnumeration) => list.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };

    /// <summary>A sequence that runs the author's code while it is enumerated, as a list; any other value as it is.</summary>
    /// <exception cref="Exception">What that code throws, with the expression named in its Data.</exception>
    internal static object? Listed(Expression expression, object? value) =>
        value is IEnumerable sequence and not (string or ICollection) && (value is EnumerableQuery || value is not IQueryable)
            ? Guarded(expression, () => sequence.Cast<object?>().Select(Plain).ToList())
            : value;

    private static object? Scalar(KlaviyoValue value) => value.Kind switch
    {
        KlaviyoValueKind.Number => value.AsInteger() is { } whole ? whole : value.AsNumber(),
        KlaviyoValueKind.Boolean => value.AsBoolean(),
        _ => value.AsString(),
    };

    private static bool HoldsOpenEnumeration(Type list) =>
        ItemType(list) is { } item
            && (Nullable.GetUnderlyingType(item) ?? item) is var plain
            && (plain == typeof(KlaviyoValue) || typeof(IKlaviyoEnum).IsAssignableFrom(plain));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A list is enumerated, so its IEnumerable is there.")]
    private static Type? ItemType(Type type) => type.GetInterfaces()
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static object? Member(MemberExpression member)
    {
        object? target = member.Expression is { } expression ? Evaluate(expression) : null;
        if (target is null && member.Expression is not null && Nullable.GetUnderlyingType(member.Expression.Type) is null)
            throw Named(new NullReferenceException($"{CSharpPrinter.Print(member.Expression)} is null in {CSharpPrinter.Print(member)}."), member);
        return member.Member is FieldInfo field ? field.GetValue(target) : Property(member, target);
    }

    private static object? Property(MemberExpression member, object? target) => (member.Member, target) switch
    {
        // A boxed nullable is its value or null, so its own members have no object to be asked of.
        (PropertyInfo { Name: "HasValue" }, null) when IsNullable(member.Expression) => false,
        (PropertyInfo { Name: "HasValue" }, _) when IsNullable(member.Expression) => true,
        (PropertyInfo { Name: "Value" }, { } value) when IsNullable(member.Expression) => value,
        (PropertyInfo { Name: "Value" }, null) when IsNullable(member.Expression) =>
            throw Named(new InvalidOperationException("Nullable object must have a value."), member),
        (PropertyInfo property, _) => Guarded(member, () => property.GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null)),
        _ => throw Named(new NotSupportedException($"{member.Member} cannot be evaluated."), member),
    };

    private static object? Call(MethodCallExpression call)
    {
        object? target = call.Object is { } instance ? Evaluate(instance) : null;
        if (call.Object is not null && (target is null || Nullable.GetUnderlyingType(call.Object.Type) is not null))
            return OnNullable(call, target);
        object?[] arguments = Arguments(call.Arguments);
        return Guarded(call, () => call.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null));
    }

    // A boxed nullable has no members of its own, and null has none at all.
    private static object? OnNullable(MethodCallExpression call, object? target)
    {
        Expression[] arguments = [.. call.Arguments.Zip(Arguments(call.Arguments), (argument, value) => Expression.Constant(value, argument.Type))];
        Expression known = call.Update(Expression.Constant(target, call.Object!.Type), arguments);
        return Guarded(call, () => Expression.Lambda<Func<object?>>(Expression.Convert(known, typeof(object))).Compile(preferInterpretation: true)());
    }

    private static object? Creation(NewExpression creation) =>
        Guarded(creation, () => creation.Constructor!.Invoke(BindingFlags.DoNotWrapExceptions, null, Arguments(creation.Arguments), null));

    // The operands first, each by itself, so that what throws is named and nothing around it.
    private static object? Interpreted(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: not (ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce) } binary
            when !binary.Left.Type.IsByRefLike && !binary.Right.Type.IsByRefLike =>
            Compiled(binary, binary.Update(Known(binary.Left), binary.Conversion, Known(binary.Right))),
        UnaryExpression { NodeType: not ExpressionType.Quote } unary when !unary.Operand.Type.IsByRefLike && !unary.Type.IsByRefLike =>
            Compiled(unary, unary.Update(Known(unary.Operand))),
        _ => Compiled(expression, expression),
    };

    private static ConstantExpression Known(Expression operand) => Expression.Constant(Evaluate(operand), operand.Type);

    private static object? Compiled(Expression named, Expression expression) => Guarded(
        named,
        () => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: !SpanFinder.Finds(expression))());

    private static bool TakesReferences(MethodInfo method)
    {
        foreach (ParameterInfo parameter in method.GetParameters())
            if (parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike)
                return true;
        return false;
    }

    private static object?[] Arguments(IReadOnlyList<Expression> expressions)
    {
        object?[] values = new object?[expressions.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = Evaluate(expressions[i]);
        return values;
    }

    private static Array Array(NewArrayExpression array)
    {
        Array values = System.Array.CreateInstanceFromArrayType(array.Type, array.Expressions.Count);
        for (int i = 0; i < values.Length; i++)
            values.SetValue(Evaluate(array.Expressions[i]), i);
        return values;
    }

    private static bool IsNullable(Expression? expression) => expression is not null && Nullable.GetUnderlyingType(expression.Type) is not null;

    // Boxing, unboxing to the nullable form and reference conversions leave the value as reflection holds it.
    private static bool IsReference(UnaryExpression convert)
    {
        Type to = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        Type from = Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type;
        bool canLoseNull = convert.Type.IsValueType && Nullable.GetUnderlyingType(convert.Type) is null && convert.Operand.Type != convert.Type;
        return !canLoseNull && (to == from || (!convert.Type.IsValueType && convert.Type.IsAssignableFrom(convert.Operand.Type)));
    }

    private static object? Guarded(Expression expression, Func<object?> evaluation)
    {
        try
        {
            return evaluation();
        }
        catch (Exception exception) when (Name(exception, expression))
        {
            throw; // never reached: the filter names the expression and lets the exception pass untouched
        }
    }

    private static bool Name(Exception exception, Expression expression)
    {
        if (!exception.Data.Contains(DataKey))
            exception.Data[DataKey] = CSharpPrinter.Print(expression);
        return false;
    }

    private static TException Named<TException>(TException exception, Expression expression)
        where TException : Exception
    {
        Name(exception, expression);
        return exception;
    }
}
