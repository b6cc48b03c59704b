namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>The name of a column, and what its cells are where they are not null.</summary>
internal sealed record ColumnHeader(string Name, ColumnKind Kind);
