using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static System.FormattableString;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>A notebook as it stands in its file (nbformat 4.5).</summary>
internal sealed class Notebook
{
    private const int CellDepth = 3;

    private readonly byte[] _bytes;
    private readonly IReadOnlyList<(Place? Count, Place? Outputs)> _places;

    private Notebook(byte[] bytes, IReadOnlyList<(Place? Count, Place? Outputs)> places, IReadOnlyList<CodeCell> cells) =>
        (_bytes, _places, Cells) = (bytes, places, cells);

    /// <summary>The cells with code, in the file's order.</summary>
    internal IReadOnlyList<CodeCell> Cells { get; }

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="NotebookException">It is not a notebook of nbformat 4.5 with C# cells.</exception>
    internal static Notebook Parse(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        JsonNode root;
        try
        {
            root = JsonNode.Parse(bytes) as JsonObject ?? throw new NotebookException("The file holds no JSON object.");
        }
        catch (JsonException fault)
        {
            throw new NotebookException($"The file is no JSON: {fault.Message}");
        }

        if (((int?)root["nbformat"], (int?)root["nbformat_minor"]) is not (4, >= 5))
            throw new NotebookException("The file is not a notebook of nbformat 4.5, in which each cell has an id.");
        if ((string?)root["metadata"]?["language_info"]?["name"] is { } language && language != "C#")
            throw new NotebookException($"The notebook's cells are written in {language}, not C#.");
        IReadOnlyList<(Place? Count, Place? Outputs)> places = CellPlaces.Find(bytes);
        JsonNode[] cells = [.. (root["cells"] as JsonArray ?? []).Where(cell => (string?)cell?["cell_type"] == "code").Select(cell => cell!)];
        return new Notebook(bytes, places, [.. cells.Select((cell, index) => Cell(cell, index + 1, places[index]))]);
    }

    /// <summary>
    /// The file's text with what came of running the cells. Nothing but outputs and execution counts differs; cells that were not run have none.
    /// </summary>
    internal string With(IReadOnlyList<CellResult> results)
    {
        using MemoryStream text = new();
        int written = 0;
        for (int i = 0; i < Cells.Count; i++)
        {
            CellResult? result = i < results.Count ? results[i] : null;
            (Place Place, string Text)[] changes =
            [
                (_places[i].Count!.Value, result is null ? "null" : JupyterJson.Write(result.ExecutionCount, CellDepth)),
                (_places[i].Outputs!.Value, JupyterJson.Write(result?.Outputs ?? [], CellDepth)),
            ];
            foreach ((Place place, string replacement) in changes.OrderBy(change => change.Place.Start))
            {
                text.Write(_bytes, written, place.Start - written);
                text.Write(Encoding.UTF8.GetBytes(replacement));
                written = place.End;
            }
        }

        text.Write(_bytes, written, _bytes.Length - written);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static CodeCell Cell(JsonNode cell, int number, (Place? Count, Place? Outputs) places)
    {
        string id = (string?)cell["id"] ?? throw new NotebookException(Invariant($"Code cell {number} has no id."));
        if (places.Count is null || places.Outputs is null || cell["outputs"] is not JsonArray outputs)
            throw new NotebookException(Invariant($"Code cell {number} ({id}) lacks execution_count or outputs, which nbformat requires."));
        bool mayFail = cell["metadata"]?["tags"] is JsonArray tags && tags.Any(tag => (string?)tag == "raises-exception");
        return new CodeCell(number, id, MultilineText.Read(cell["source"]), mayFail, (int?)cell["execution_count"], outputs);
    }
}
