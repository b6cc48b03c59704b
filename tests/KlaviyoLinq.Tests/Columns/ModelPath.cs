using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>A chain of properties of the model that leads to a scalar or a map, by reflection and not by the code under test.</summary>
internal sealed record ModelPath(IReadOnlyList<PropertyInfo> Properties)
{
    private const int Deepest = 3;

    internal string Wire => string.Join('.', Properties.Select(WireName));

    /// <summary>All of a class.</summary>
    internal static IReadOnlyList<ModelPath> Of(Type type) => [.. Below(type, [])];

    internal Expression From(Expression resource) => Properties.Aggregate(resource, Expression.Property);

    private static IEnumerable<ModelPath> Below(Type type, PropertyInfo[] before)
    {
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanRead)
                .Where(property => property.GetCustomAttribute<WireNameAttribute>() is not null && property.Name != "Id"))
        {
            PropertyInfo[] path = [.. before, property];
            bool isObject = typeof(KlaviyoObject).IsAssignableFrom(property.PropertyType);
            if (isObject && property.PropertyType.IsSealed && path.Length < Deepest)
            {
                foreach (ModelPath within in Below(property.PropertyType, path))
                    yield return within;
            }
            else if (!isObject && !property.PropertyType.Name.StartsWith("IReadOnlyList", StringComparison.Ordinal) && CanBeMissing(property, before.Length))
            {
                yield return new ModelPath(path);
            }
        }
    }

    // A value without a null within an object that may be missing is an error of its own kind, which needs the object.
    private static bool CanBeMissing(PropertyInfo property, int depth) =>
        depth == 0 || property.PropertyType == typeof(KlaviyoValue) || property.GetValue(Activator.CreateInstance(property.DeclaringType!)) is null;

    private static string WireName(PropertyInfo property) => property.GetCustomAttribute<WireNameAttribute>()!.Name;
}
