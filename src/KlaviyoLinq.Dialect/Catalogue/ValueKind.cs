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

    /// <summary>Any literal: the field is not in the catalogue, and what it holds is the author's word.</summary>
    Any,
}
