using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Builds the condition that C# would build of a member, an operator and a value.</summary>
internal static class Condition
{
    internal static LambdaExpression Build(Type type, string path, FilterOperator filterOperator)
    {
        ParameterExpression resource = Expression.Parameter(type, "x");
        return Expression.Lambda(Build(resource, path, filterOperator), resource);
    }

    /// <summary>The comparison with null; null where the member's type has none.</summary>
    internal static LambdaExpression? BuildPresence(Type type, string path)
    {
        ParameterExpression resource = Expression.Parameter(type, "x");
        Expression target = resource;
        foreach (string member in path.Split("[]", 2)[0].Split('.'))
            target = Expression.Property(target, member);
        return path.Contains("[]", StringComparison.Ordinal) || (target.Type.IsValueType && Nullable.GetUnderlyingType(target.Type) is null)
            ? null
            : Expression.Lambda(Expression.NotEqual(target, Expression.Constant(null, target.Type)), resource);
    }

    private static Expression Build(Expression target, string path, FilterOperator filterOperator)
    {
        string[] parts = path.Split("[].", 2);
        foreach (string member in parts[0].Split('.'))
            target = Expression.Property(target, member);
        if (parts.Length == 1)
            return Leaf(target, filterOperator);
        Type element = target.Type.GetGenericArguments()[0];
        return Expression.Call(typeof(Enumerable), "Any", [element], target, Build(element, parts[1], filterOperator));
    }

    private static Expression Leaf(Expression member, FilterOperator filterOperator)
    {
        Type type = member.Type;
        Expression first = Expression.Constant(Sample(type, 0), type);
        return filterOperator switch
        {
            FilterOperator.Equals => Expression.Equal(member, first),
            FilterOperator.GreaterThan => Expression.GreaterThan(member, first),
            FilterOperator.GreaterOrEqual => Expression.GreaterThanOrEqual(member, first),
            FilterOperator.LessThan => Expression.LessThan(member, first),
            FilterOperator.LessOrEqual => Expression.LessThanOrEqual(member, first),
            FilterOperator.Any => Expression.Call(typeof(Enumerable), "Contains", [type], Expression.Constant(Samples(type)), member),
            _ => Expression.Call(Text(member), filterOperator.ToString(), null, Expression.Constant("a")),
        };
    }

    // An open enumeration is searched as the text it is.
    private static Expression Text(Expression member)
    {
        if (member.Type == typeof(string))
            return member;
        return Expression.Property(Nullable.GetUnderlyingType(member.Type) is null ? member : Expression.Property(member, "Value"), nameof(IKlaviyoEnum.Value));
    }

    private static Array Samples(Type type)
    {
        Array samples = Array.CreateInstance(type, 2);
        samples.SetValue(Sample(type, 0), 0);
        samples.SetValue(Sample(type, 1), 1);
        return samples;
    }

    private static object Sample(Type type, int which) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var value when value == typeof(bool) => which == 0,
        var value when value == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(which),
        var value when value == typeof(string) => which == 0 ? "a" : "b",
        var value when typeof(IKlaviyoEnum).IsAssignableFrom(value) =>
            Activator.CreateInstance(value, BindingFlags.Default, null, [which == 0 ? "a" : "b"], null)!,
        var value => Convert.ChangeType(which, value),
    };
}
