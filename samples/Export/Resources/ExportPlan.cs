namespace KlaviyoLinq.Samples.Export.Resources;

/// <summary>Plan of an export. It is stored with the rows, since an export can only be continued with the plan it began with.</summary>
/// <param name="Resource"><c>profiles</c> or <c>events</c>.</param>
/// <param name="Columns">The names of the columns, in order, with commas between them.</param>
/// <param name="Since">Rows after this moment; null from the beginning.</param>
/// <param name="Until">Rows before this moment; null for all that there are by the time.</param>
/// <param name="PageSize">How many rows are requested at a time; null for as many as Klaviyo gives.</param>
internal sealed record ExportPlan(string Resource, string Columns, DateTimeOffset? Since, DateTimeOffset? Until, int? PageSize)
{
    internal string[] ColumnNames => Columns.Split(',');
}
