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

    /// <summary>True when the property cannot be null.</summary>
    internal bool IsRequired { get; } = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;

    /// <summary>True when the property has a setter, even a private one or <c>init</c>.</summary>
    internal bool CanBeSet => Property.SetMethod is not null;

    /// <summary>True for a property with a backing field, false for a computed one.</summary>
    internal bool IsStored { get; } = property.DeclaringType!.GetField(
        $"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    /// <summary>True when the options name the property.</summary>
    internal bool IsNamed { get; set; }

    /// <summary>True when an attribute or the options state anything about the property.</summary>
    internal bool IsMarked =>
        IsNamed
            || Operators != KlaviyoFilterOperators.None
            || IsSortable
            || IsIncludable
            || MemberMap.Attributed(Property) is not null
            || Property.IsDefined(typeof(FilterableAttribute));
}
