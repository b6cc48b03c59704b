using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

/// <summary>Queries that read single members, as fieldsets list them.</summary>
internal static class Projections
{
    /// <summary>The document lists these members of flow actions, but has no attribute of the name.</summary>
    internal static bool Undescribed(string type, string member) => type == "flow-action" && member.EndsWith(".temporary_id", StringComparison.Ordinal);

    internal static IKlaviyoQueryable<object> Of(IQueryable query, ParameterExpression resource, Expression read) =>
        (IKlaviyoQueryable<object>)query.Provider.CreateQuery<object>(Expression.Call(
            typeof(Queryable), "Select", [resource.Type, typeof(object)], query.Expression,
            Expression.Quote(Expression.Lambda(Expression.Convert(read, typeof(object)), resource))));

    /// <summary>Expression that reads a member of the resource, or of an included one.</summary>
    internal static Expression Read(ReadFacts operation, ParameterExpression resource, string type, string member)
    {
        if (type == operation.ResourceType)
            return FieldPath.Build(resource, member)!;
        string relationship = operation.Includes.First(include => include.ResourceType == type).Relationship;
        PropertyInfo navigation = resource.Type.GetProperties().Single(property => property.GetCustomAttribute<RelationshipAttribute>()?.Name == relationship);
        return FieldPath.Build(Expression.Property(resource, navigation), member)!;
    }
}
