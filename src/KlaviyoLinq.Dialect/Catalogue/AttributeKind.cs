namespace KlaviyoLinq.Catalogue;

/// <summary>Kinds of an attribute's value, in JSON terms.</summary>
internal enum AttributeKind
{
    String,
    DateTime,
    Date,
    Integer,
    Number,
    Boolean,

    /// <summary>An object with named members.</summary>
    Object,

    /// <summary>A free-form dictionary whose keys belong to the account, not to the API.</summary>
    Map,

    /// <summary>One of several objects, distinguished by a constant member.</summary>
    Union,

    /// <summary>A scalar that may be a string, a number or a boolean.</summary>
    Scalar,

    /// <summary>Any JSON value.</summary>
    Any,
}
