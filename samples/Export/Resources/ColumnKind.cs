namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>Kinds of a column's cells.</summary>
internal enum ColumnKind
{
    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="double"/>.</summary>
    Number,

    /// <summary><see cref="DateTimeOffset"/>.</summary>
    Moment,
}
