namespace KlaviyoLinq.Model;

/// <summary>Forms of a relationship's <c>data</c>.</summary>
internal enum RelationshipData : byte
{
    Absent,

    /// <summary>One identifier, or null.</summary>
    ToOne,

    /// <summary>An array of identifiers.</summary>
    ToMany,
}
