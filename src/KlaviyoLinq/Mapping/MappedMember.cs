using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Mapping;

/// <summary>One property of a mapped class.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal sealed class MappedMember(PropertyInfo property, PathSegment segment)
{
    internal PropertyInfo Property { get; } = property;

    internal PathSegment Segment { get; set; } = segment;

    internal KlaviyoFilterOperators Operators { get; set; }

    internal bool IsSortable { get; set; }

    internal bool IsIncludable { get; set; }

    /// <summary>The type of the property's values; null for a relationship.</summary>
    internal WireType? Type { get; set; }

    /// <summary>Indicates whether the property cannot be null.</summary>
    internal bool IsRequired { get; } = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;

    /// <summary>Indicates whether the property has a setter, even a private one or <c>init</c>.</summary>
    internal bool CanBeSet => Property.SetMethod is not null;

    /// <summary>Indicates whether the property has a backing field. A computed property has none.</summary>
    internal bool IsStored { get; } = property.DeclaringType!.GetField(
        $"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    /// <summary>Indicates whether the options name the property.</summary>
    internal bool IsNamed { get; set; }

    /// <summary>Indicates whether an attribute or the options state anything about the property.</summary>
    internal bool IsMarked =>
        IsNamed
            || Operators != KlaviyoFilterOperators.None
            || IsSortable
            || IsIncludable
            || MemberMap.Attributed(Property) is not null
            || Property.IsDefined(typeof(FilterableAttribute));
}
