namespace KlaviyoLinq.Forms;

/// <summary>One member of a path: its kind, its wire name and its name in C#.</summary>
internal sealed record PathSegment(SegmentKind Kind, string WireName, string MemberName);
