using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// The members of a resource that a projection reads, each replaced by the value of a column. Replaced is what a column can stand for with
/// nothing lost: the id, scalars, the scalars of nested objects that can be null, and the ids at the other end of relationships.
/// </summary>
/// <param name="resource">The resource, as the projection names it.</param>
internal sealed class ColumnReads(ParameterExpression resource)
{
    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic;

    // Each is named where its type is, so that a program that is trimmed keeps it.
    private static readonly FieldInfo[] _fields =
    [
        typeof(ColumnResource).GetField(nameof(ColumnResource.First), Inner)!,
        typeof(ColumnResource).GetField(nameof(ColumnResource.Second), Inner)!,
        typeof(ColumnResource).GetField(nameof(ColumnResource.Third), Inner)!,
        typeof(ColumnResource).GetField(nameof(ColumnResource.Fourth), Inner)!,
    ];

    private static readonly FieldInfo _more = typeof(ColumnResource).GetField(nameof(ColumnResource.More), Inner)!;

    private readonly List<Column> _columns = [];

    /// <summary>The row that the columns are read from.</summary>
    internal static ParameterExpression Row { get; } = Expression.Parameter(typeof(ColumnResource), "row");

    internal IReadOnlyList<Column> Columns => _columns;

    /// <summary>Indicates whether the projection also reads values without a column.</summary>
    internal bool HasOther { get; private set; }

    /// <summary>The projection reads this of the resource, and it has not been replaced.</summary>
    internal void Leave(Expression node) => HasOther |= node == resource;

    /// <summary>The value of a column in a member's stead; null when none can stand for it.</summary>
    internal Expression? Replace(MemberExpression node)
    {
        if (node.Expression == resource
            && node.Member.DeclaringType == typeof(KlaviyoResource)
            && node.Member.Name is nameof(KlaviyoResource.Id) or nameof(KlaviyoResource.ResourceType))
            return Expression.MakeMemberAccess(Row, node.Member);
        if (RelatedId(node) is { } relationship)
            return Expression.Convert(Value([relationship], ColumnKind.RelatedId), typeof(string));
        return PathOf(node) is { } path ? Replace(path) : null;
    }

    /// <summary>Adds a column that no projection need read.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The model is kept: see ILLink.Descriptors.xml.")]
    internal void Add(string wirePath)
    {
        // Every row has its id.
        if (wirePath == "id")
            return;
        List<PropertyInfo> path = [];
        Type owner = resource.Type;
        foreach (string name in wirePath.Split('.'))
        {
            if (owner.GetProperties().FirstOrDefault(property => WireNameOf(property) == name) is not { } property)
                return;
            path.Add(property);
            owner = property.PropertyType;
        }

        HasOther |= Replace(path) is null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The model is kept: see ILLink.Descriptors.xml.")]
    private Expression? Replace(IReadOnlyList<PropertyInfo> path)
    {
        PropertyInfo last = path[^1];
        if (KindOf(last.PropertyType) is not { } kind || !Enumerable.Range(0, path.Count - 1).All(i => IsNested(path, i)))
            return null;

        // Within an object that is missing, everything reads as null. What is only absent reads as it does in a new object.
        object? absent = AbsentValueOf(path, path.Count - 1);
        if (path.Count > 1 && absent is not (null or KlaviyoValue))
            return null;

        // A value that is documented never to be null has no default that would not look like a value. Its nullable form has.
        bool isRequired = absent is ValueType and not KlaviyoValue;
        Type type = isRequired ? NullableForm.Of(last.PropertyType) : last.PropertyType;
        Expression value = Value([.. path.Select(property => WireNameOf(property)!)], kind, isRequired);
        Type plain = Underlying(type);
        if (typeof(IKlaviyoEnum).IsAssignableFrom(plain))
            return OrAbsent(
                value, Expression.Convert(Expression.New(plain.GetConstructor([typeof(string)])!, Expression.Convert(value, typeof(string))), type),
                type == plain ? absent : null);
        return absent is null || isRequired ? Expression.Convert(value, type) : OrAbsent(value, Expression.Convert(value, type), absent);
    }

    private static ConditionalExpression OrAbsent(Expression value, Expression typed, object? absent) =>
        Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Constant(absent, typed.Type), typed);

    private Expression Value(string[] path, ColumnKind kind, bool isRequired = false)
    {
        string name = string.Join('.', path);
        Column? column = _columns.Find(known => known.Is(name, kind == ColumnKind.RelatedId));
        if (column is null)
            _columns.Add(column = new Column(path, kind, _columns.Count) { IsRequired = isRequired });
        return column.Place < ColumnResource.Fields
            ? Expression.Field(Row, _fields[column.Place])
            : Expression.ArrayIndex(Expression.Field(Row, _more), Expression.Constant(column.Place - ColumnResource.Fields));
    }

    private string? RelatedId(MemberExpression node)
    {
        MemberInfo? property = RelatedIds.Find(node) is { } related && related.Owner == resource ? related.Property
            : node.Expression == resource ? node.Member : null;
        return property is null ? null : MemberMap.NameOf(property, SegmentKind.RelationshipId);
    }

    private List<PropertyInfo>? PathOf(MemberExpression node)
    {
        List<PropertyInfo> path = [];
        for (Expression? next = node; next != resource; next = ((MemberExpression)next!).Expression)
        {
            if (next is not MemberExpression { Member: PropertyInfo property } || WireNameOf(property) is null)
                return null;
            path.Insert(0, property);
        }

        return path;
    }

    // An object of the model with one class, whatever it holds.
    private bool IsNested(IReadOnlyList<PropertyInfo> path, int place) =>
        path[place].PropertyType is { IsSealed: true } type && typeof(KlaviyoObject).IsAssignableFrom(type) && !typeof(KlaviyoResource).IsAssignableFrom(type)
        && AbsentValueOf(path, place) is null;

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The model is kept: see ILLink.Descriptors.xml.")]
    private object? AbsentValueOf(IReadOnlyList<PropertyInfo> path, int place) =>
        path[place].GetValue(Activator.CreateInstance(place == 0 ? resource.Type : path[place - 1].PropertyType));

    private static string? WireNameOf(PropertyInfo property) => MemberMap.NameOf(property, SegmentKind.Attribute);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static ColumnKind? KindOf(Type type) => Underlying(type) switch
    {
        var plain when plain == typeof(string) || typeof(IKlaviyoEnum).IsAssignableFrom(plain) => ColumnKind.Text,
        var plain when plain == typeof(long) => ColumnKind.Integer,
        var plain when plain == typeof(double) => ColumnKind.Number,
        var plain when plain == typeof(bool) => ColumnKind.Boolean,
        var plain when plain == typeof(DateTimeOffset) => ColumnKind.DateTime,
        var plain when plain == typeof(DateOnly) => ColumnKind.Date,
        var plain when plain == typeof(KlaviyoMap) => ColumnKind.Map,
        var plain when plain == typeof(KlaviyoValue) => ColumnKind.Scalar,
        var plain when plain == typeof(JsonElement) => ColumnKind.Any,
        _ => null,
    };
}
