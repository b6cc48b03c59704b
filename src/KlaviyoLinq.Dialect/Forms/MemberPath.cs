namespace KlaviyoLinq.Forms;

/// <summary>A chain of members that starts at the queried resource: <c>p.Location.City</c>. The empty path is the resource itself.</summary>
internal sealed class MemberPath(IReadOnlyList<PathSegment> segments)
{
    internal static MemberPath Root { get; } = new([]);

    internal IReadOnlyList<PathSegment> Segments { get; } = segments;

    internal bool IsRoot => Segments.Count == 0;

    internal PathSegment Last => Segments[Segments.Count - 1];

    /// <summary>The path in C# terms, without the lambda's parameter: <c>Location.City</c>.</summary>
    internal string MemberNames => string.Join(".", Segments.Select(segment => segment.MemberName));

    /// <summary>The segments from <paramref name="start"/> on as a dotted wire name: <c>location.city</c>.</summary>
    internal string WireName(int start = 0) => string.Join(".", Segments.Skip(start).Select(segment => segment.WireName));

    /// <summary>Indicates whether the path passes through <paramref name="start"/> or ends there, so that it has no value where that one has none.</summary>
    internal bool StartsWith(MemberPath start)
    {
        if (start.Segments.Count > Segments.Count)
            return false;
        for (int i = 0; i < start.Segments.Count; i++)
            if (start.Segments[i].Kind != Segments[i].Kind || start.Segments[i].WireName != Segments[i].WireName)
                return false;
        return true;
    }

    internal MemberPath Append(PathSegment segment) => new([.. Segments, segment]);

    /// <summary>The number of relationships that the path crosses.</summary>
    internal int Relationships => Segments.Count(segment => segment.Kind == SegmentKind.Relationship);
}
