namespace KlaviyoLinq.Columns;

/// <summary>Ways of reading a column's value, the same as the generated readers use for its property.</summary>
internal enum ColumnKind
{
    /// <summary>A string, also the one of an open enumeration.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A date with a time.</summary>
    DateTime,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A free-form object.</summary>
    Map,

    /// <summary>A string, a number or a boolean.</summary>
    Scalar,

    /// <summary>Any JSON.</summary>
    Any,

    /// <summary>The id at the other end of a to-one relationship. It stands among the relationships, and no attribute is read for it.</summary>
    RelatedId,
}
