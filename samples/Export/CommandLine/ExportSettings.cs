using KlaviyoLinq.Samples.Export.Resources;

namespace KlaviyoLinq.Samples.Export.CommandLine;

/// <summary>Settings given on the command line.</summary>
/// <param name="Resource">What is exported.</param>
/// <param name="Plan">Which of it.</param>
/// <param name="To">Where it is written: a <c>.csv</c> file, or a <c>.parquet</c> folder.</param>
/// <param name="PartRows">How many rows a part of Parquet has.</param>
/// <param name="IsEmulated">Whether an emulated account is asked in place of Klaviyo.</param>
internal sealed record ExportSettings(IExportedResource Resource, ExportPlan Plan, string To, int PartRows, bool IsEmulated)
{
    internal bool IsParquet => Path.GetExtension(To) == ".parquet";

    internal IReadOnlyList<ColumnHeader> Columns => [.. Plan.ColumnNames.Select(name => Resource.Columns.Single(column => column.Name == name))];
}
