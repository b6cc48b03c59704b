namespace KlaviyoLinq.Forms;

/// <summary>One member of a path: its kind, its wire name and its name in C#.</summary>
internal readonly record struct PathSegment(SegmentKind Kind, string WireName, string MemberName);
