using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq;

/// <summary>Maps a class to a resource without attributes on the class.</summary>
/// <typeparam name="T">The class.</typeparam>
public sealed class KlaviyoResourceMapBuilder<T>
    where T : class
{
    private readonly MappedResource _map;

    internal KlaviyoResourceMapBuilder(MappedResource map) => _map = map;

    /// <summary>Sets the wire name of an attribute. The default is the property's name in snake_case.</summary>
    public KlaviyoResourceMapBuilder<T> Name<TProperty>(Expression<Func<T, TProperty>> property, string wireName)
    {
        MappedMember member = Member(property);
        member.Segment = new PathSegment(wireName == "id" ? SegmentKind.Id : SegmentKind.Attribute, wireName, member.Property.Name);
        return this;
    }

    /// <summary>Maps a property to the resource or resources of a relationship.</summary>
    /// <param name="property">The navigation.</param>
    /// <param name="wireName">The relationship's wire name.</param>
    /// <param name="includable">Whether it can be included. The default is true.</param>
    public KlaviyoResourceMapBuilder<T> Relationship<TProperty>(Expression<Func<T, TProperty>> property, string wireName, bool includable = true)
    {
        MappedMember member = Member(property);
        member.Segment = new PathSegment(SegmentKind.Relationship, wireName, member.Property.Name);
        member.IsIncludable = includable;
        return this;
    }

    /// <summary>Sets the filter operators of a property.</summary>
    public KlaviyoResourceMapBuilder<T> Filter<TProperty>(Expression<Func<T, TProperty>> property, KlaviyoFilterOperators operators)
    {
        Member(property).Operators = operators;
        return this;
    }

    /// <summary>Makes a property a sort key.</summary>
    public KlaviyoResourceMapBuilder<T> Sort<TProperty>(Expression<Func<T, TProperty>> property)
    {
        Member(property).IsSortable = true;
        return this;
    }

    /// <summary>Sets the maximum page size. Without it, no page size is sent.</summary>
    public KlaviyoResourceMapBuilder<T> PageSize(int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        _map.MaximumPageSize = maximum;
        return this;
    }

    /// <summary>Permits filtering and sorting by every field and including every relationship, without checks.</summary>
    public KlaviyoResourceMapBuilder<T> Unchecked()
    {
        _map.IsUnchecked = true;
        return this;
    }

    private MappedMember Member(LambdaExpression property)
    {
        ArgumentNullException.ThrowIfNull(property);
        Expression body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : property.Body;
        string? name = body is MemberExpression { Expression: ParameterExpression, Member: PropertyInfo member } ? member.Name : null;
        MappedMember found = _map.Members.FirstOrDefault(candidate => candidate.Property.Name == name)
            ?? throw new ArgumentException($"'{property.Body}' is not a property of {typeof(T).Name}.", nameof(property));
        found.IsNamed = true;
        return found;
    }
}
