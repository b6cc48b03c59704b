using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Mapping;

/// <summary>One property of a mapped class.</summary>
internal sealed class MappedMember(PropertyInfo property, PathSegment segment)
{
    internal PropertyInfo Property { get; } = property;

    internal PathSegment Segment { get; set; } = segment;

    internal FilterOperators Operators { get; set; }

    internal bool IsSortable { get; set; }

    internal bool IsIncludable { get; set; }
}
