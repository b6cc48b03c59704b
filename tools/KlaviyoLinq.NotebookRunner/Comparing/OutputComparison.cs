using System.Globalization;
using System.Text.Json.Nodes;
using KlaviyoLinq.NotebookRunner.Documents;
using KlaviyoLinq.NotebookRunner.Showing;
using static System.FormattableString;

namespace KlaviyoLinq.NotebookRunner.Comparing;

/// <summary>Compares what a cell gives with what the file says it gives.</summary>
internal static class OutputComparison
{
    /// <summary>The first difference, for a person to read; null when there is none.</summary>
    internal static string? Difference(CodeCell cell, CellResult result)
    {
        if (cell.ExecutionCount != result.ExecutionCount)
            return Invariant($"its execution count is {cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "null"}, not {result.ExecutionCount}");
        if (cell.Outputs.Count != result.Outputs.Count)
            return $"the file shows {Outputs(cell.Outputs.Count)}, the cell gives {Outputs(result.Outputs.Count)}";
        return cell.Outputs.Zip(result.Outputs).Select((pair, index) => (Difference: OfOutput(pair.First!, pair.Second!), index))
            .Where(found => found.Difference is not null)
            .Select(found => Invariant($"output {found.index + 1}, {found.Difference}"))
            .FirstOrDefault();
    }

    private static string? OfOutput(JsonNode stored, JsonNode given)
    {
        foreach (string member in Names(stored, given))
        {
            string? difference = member == "data"
                ? OfForms(stored[member] as JsonObject ?? [], given[member] as JsonObject ?? [])
                : OfText(member, MultilineText.Read(stored[member]), MultilineText.Read(given[member]));
            if (difference is not null)
                return difference;
        }

        return null;
    }

    private static string? OfForms(JsonObject stored, JsonObject given) =>
        Names(stored, given).Select(form => OfForm(form, stored[form], given[form])).FirstOrDefault(difference => difference is not null);

    private static string? OfForm(string form, JsonNode? stored, JsonNode? given) => (stored, given) switch
    {
        (null, _) => $"{form} is missing in the file",
        (_, null) => $"{form} is in the file only",
        _ when form == MimeBundle.Picture => PictureComparison.Difference(MultilineText.Read(stored), MultilineText.Read(given)),
        _ => OfText(form, MultilineText.Read(stored), MultilineText.Read(given)),
    };

    private static string? OfText(string name, string stored, string given)
    {
        if (stored == given)
            return null;
        (string[] before, string[] after) = (stored.Split('\n'), given.Split('\n'));
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return Invariant(
            $"{name}, line {line + 1}:\n    file shows: {before.ElementAtOrDefault(line) ?? "(nothing)"}\n    cell gives: {after.ElementAtOrDefault(line) ?? "(nothing)"}");
    }

    private static IEnumerable<string> Names(JsonNode stored, JsonNode given) =>
        stored.AsObject().Concat(given.AsObject()).Select(member => member.Key).Distinct().Order(StringComparer.Ordinal);

    private static string Outputs(int count) => count == 1 ? "1 output" : Invariant($"{count} outputs");
}
