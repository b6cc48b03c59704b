namespace KlaviyoLinq.Catalogue;

/// <summary>The kind of literal that a filter field is compared with.</summary>
internal enum ValueKind
{
    /// <summary>The field takes no literal; only <c>has</c> applies.</summary>
    None,
    String,
    Boolean,
    Integer,
    Number,
    DateTime,
}
