namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnKind
{
    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="double"/>.</summary>
    Number,

    /// <summary><see cref="DateTimeOffset"/>.</summary>
    Moment,
}
