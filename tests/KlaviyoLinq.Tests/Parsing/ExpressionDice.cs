using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Parsing;

/// <summary>Builds expressions out of dice; what the factory of expressions does not allow is built in another way.</summary>
internal sealed class ExpressionDice(int[] dice, ParameterExpression resource)
{
    private static readonly object?[] _values =
    [
        null, "", "text", 'c', 1, 2L, 3.5, 4.5m, 5f, true, false, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        new DateTime(2026, 1, 1), new DateOnly(2026, 1, 1), Guid.Empty, DayOfWeek.Monday, new Uri("https://example.com/"), CampaignStatus.Sent,
        new[] { "a", "b" }, Array.Empty<string>(),
        new List<string?> { "a", null }, new HashSet<string>(["a"], StringComparer.OrdinalIgnoreCase), StringComparison.Ordinal,
        StringComparison.OrdinalIgnoreCase, TimeSpan.FromDays(1), "\ud83d", double.NaN,
    ];

    private static readonly ExpressionType[] _binaries =
    [
        .. Enum.GetValues<ExpressionType>()
            .Where(type => type is ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual
            or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.AndAlso or ExpressionType.OrElse
                or ExpressionType.And or ExpressionType.Or
            or ExpressionType.ExclusiveOr or ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply or ExpressionType.Coalesce
                or ExpressionType.Power),
    ];

    private static readonly ExpressionType[] _unaries =
    [
        ExpressionType.Not, ExpressionType.Negate, ExpressionType.UnaryPlus, ExpressionType.IsTrue, ExpressionType.IsFalse,
        ExpressionType.OnesComplement, ExpressionType.Increment,
    ];

    private static readonly Type[] _types =
    [
        typeof(object), typeof(string), typeof(int), typeof(long?), typeof(double), typeof(bool), typeof(bool?), typeof(DateTimeOffset),
        typeof(DateTimeOffset?), typeof(KlaviyoResource), typeof(IComparable), typeof(byte)
    ];

    private int _next;

    internal Expression Condition(int depth)
    {
        for (int attempt = 0; attempt < 12; attempt++)
            if (Any(depth) is { } expression && (expression.Type == typeof(bool) ? expression : Attempted(() => Compared(expression))) is { } condition)
                return condition;
        return Expression.Constant(true);
    }

    internal Expression Any(int depth) => depth == 0
        ? Leaf()
        : Attempted(() => Roll(9) switch
        {
            0 or 1 => Binary(depth),
            2 => Expression.MakeUnary(Pick(_unaries), Any(depth - 1), null!),
            3 => Expression.Convert(Any(depth - 1), Pick(_types)),
            4 => Expression.Condition(Condition(depth - 1), Any(depth - 1), Any(depth - 1)),
            5 => Call(depth),
            6 => Member(Any(depth - 1)),
            7 => Expression.TypeIs(Any(depth - 1), Pick(_types)),
            _ => Leaf(),
        }) ?? Leaf();

    private BinaryExpression Binary(int depth)
    {
        ExpressionType type = Pick(_binaries);
        Expression left = Any(depth - 1);
        Expression right = Any(depth - 1);
        return Attempted(() => Expression.MakeBinary(type, left, right)) ?? Expression.MakeBinary(type, left, Expression.Convert(right, left.Type));
    }

    private Expression Compared(Expression expression) =>
        Expression.Equal(expression, Expression.Constant(expression.Type.IsValueType ? Activator.CreateInstance(expression.Type) : null, expression.Type));

    private MethodCallExpression Call(int depth)
    {
        Expression target = Any(depth - 1);
        MethodInfo[] methods = [.. target.Type.GetMethods()
            .Where(
                method =>
                    !method.IsGenericMethod
                        && !method.IsStatic
                        && method.ReturnType != typeof(void)
                        && !method.ReturnType.IsByRef
                        && method.GetParameters().Length <= 2)];
        MethodInfo method = Pick(methods);
        return Expression.Call(target, method, method.GetParameters().Select(parameter =>
        {
            Expression argument = Any(depth - 1);
            return parameter.ParameterType.IsAssignableFrom(argument.Type) ? argument : Expression.Convert(argument, parameter.ParameterType);
        }));
    }

    private Expression Member(Expression target)
    {
        PropertyInfo[] properties =
            [.. target.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0)];
        return properties.Length == 0 ? target : Expression.Property(target, Pick(properties));
    }

    private Expression Leaf() => Roll(4) switch
    {
        0 => Constant(),
        1 => resource,
        _ => Member(Roll(3) == 0 ? Member(resource) : resource),
    };

    private ConstantExpression Constant()
    {
        object? value = Pick(_values);
        return Expression.Constant(value, value?.GetType() ?? typeof(string));
    }

    private T Pick<T>(T[] from) => from[Roll(from.Length)];

    private int Roll(int sides)
    {
        int rolled = dice[_next++ % dice.Length] + (_next / dice.Length * 7);
        return (int)((uint)rolled % (uint)sides);
    }

    private static T? Attempted<T>(Func<T> build)
        where T : Expression
    {
        try
        {
            return build();
        }
        catch (Exception exception) when (
            exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or System.Reflection.AmbiguousMatchException)
        {
            return null;
        }
    }
}
