using System.Text.Json;
using KlaviyoLinq.Samples.Export.Resources;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>State of an export, stored beside a CSV file and in the footer of a Parquet part.</summary>
/// <param name="Plan">What is exported.</param>
/// <param name="Rows">How many rows are safely written.</param>
/// <param name="Extent">How far the file counts: bytes of CSV, parts of Parquet.</param>
/// <param name="Checkpoint">The place after the last of those rows; null before the first page.</param>
/// <param name="First">The moment of the first row.</param>
/// <param name="Last">The moment of the last row.</param>
internal sealed record ExportState(
    ExportPlan Plan, long Rows = 0, long Extent = 0, KlaviyoCheckpoint? Checkpoint = null, DateTimeOffset? First = null, DateTimeOffset? Last = null)
{
    /// <summary>Marker that identifies files of this program.</summary>
    internal const string Name = "klaviyo-export";

    internal string Serialize() => JsonSerializer.Serialize(this, ExportStateJson.Default.ExportState);

    internal static ExportState Parse(string text, string where)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ExportStateJson.Default.ExportState) ?? throw new JsonException();
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new ExportException($"{where} does not say how far the export has come: it was altered, or is of another version of this program.");
        }
    }

    /// <summary>The state after further rows, at a new extent.</summary>
    internal ExportState After(IReadOnlyList<object?[]> rows, KlaviyoCheckpoint checkpoint, long extent) => this with
    {
        Rows = Rows + rows.Count,
        Extent = extent,
        Checkpoint = checkpoint,
        First = First ?? (rows.Count > 0 ? (DateTimeOffset?)rows[0][0] : null),
        Last = rows.Count > 0 ? (DateTimeOffset?)rows[^1][0] : Last,
    };

    /// <summary>Returns this state if it belongs to the plan.</summary>
    internal ExportState Of(ExportPlan plan, string where) => Plan == plan
        ? this
        : throw new ExportException($"{where} was begun with other arguments ({Describe(Plan)}; now: {Describe(plan)}). Repeat those, or write to another place.");

    private static string Describe(ExportPlan plan) =>
        $"{plan.Resource} --columns {plan.Columns}"
        + (plan.Since is { } since ? FormattableString.Invariant($" --since {since:O}") : "")
        + (plan.Until is { } until ? FormattableString.Invariant($" --until {until:O}") : "")
        + (plan.PageSize is { } size ? FormattableString.Invariant($" --page-size {size}") : "");
}
