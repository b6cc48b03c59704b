using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Builds the expression that C# would build to read a fieldset's member: <c>x.Location.City</c> of <c>location.city</c>.</summary>
internal static class FieldPath
{
    /// <summary>The member below the target, or null when the classes have no such member.</summary>
    internal static Expression? Build(Expression target, string member) => Build(target, member.Split('.').AsMemory());

    private static Expression? Build(Expression target, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty)
            return target;
        if (path.Span[0] == "id" && path.Length == 1 && typeof(KlaviyoResource).IsAssignableFrom(target.Type))
            return Expression.Property(target, nameof(KlaviyoResource.Id));
        if (target.Type.IsGenericType
            && target.Type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(IReadOnlyList<>) || generic == typeof(KlaviyoLinks<>)))
            return Each(target, path);
        return Find(target.Type, path.Span[0]) is { } property ? Build(Expression.Property(target, property), path[1..]) : Alternative(target, path);
    }

    /// <summary><c>(x.Definition as CampaignMessageEmailMessageDefinition).Content</c>, of the first alternative that has the member.</summary>
    private static Expression? Alternative(Expression union, ReadOnlyMemory<string> path) =>
        union.Type.Assembly.GetTypes()
            .Where(type => type.BaseType == union.Type && union.Type.IsAbstract && Find(type, path.Span[0]) is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => Build(Expression.TypeAs(union, type), path))
            .FirstOrDefault(read => read is not null);

    /// <summary><c>x.Tags.Select(y => y.Name)</c>.</summary>
    internal static Expression? Each(Expression many, ReadOnlyMemory<string> path)
    {
        ParameterExpression element = Expression.Parameter(many.Type.GetGenericArguments()[0], "y");
        return Build(element, path) is { } body
            ? Expression.Call(typeof(Enumerable), "Select", [element.Type, body.Type], many, Expression.Lambda(body, element))
            : null;
    }

    private static PropertyInfo? Find(Type type, string wireName) =>
        type.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<WireNameAttribute>()?.Name == wireName)
        ?? type.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<RelationshipIdAttribute>() is { } id && id.Name + "_id" == wireName);
}
