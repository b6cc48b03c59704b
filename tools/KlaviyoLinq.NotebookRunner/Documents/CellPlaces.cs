using System.Text.Json;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>Finds where the outputs of the cells stand in a file, so that nothing else of it need be touched.</summary>
internal static class CellPlaces
{
    /// <summary>The places of <c>execution_count</c> and <c>outputs</c> of each code cell; a place is missing where the cell lacks the member.</summary>
    internal static IReadOnlyList<(Place? Count, Place? Outputs)> Find(ReadOnlySpan<byte> json)
    {
        List<(Place?, Place?)> found = [];
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCells = reader.ValueTextEquals("cells");
            reader.Read();
            if (!isCells)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    if (FindInCell(ref reader) is { } places)
                        found.Add(places);
        }

        return found;
    }

    private static (Place?, Place?)? FindInCell(ref Utf8JsonReader reader)
    {
        (Place? count, Place? outputs, bool isCode) = (null, null, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            isCode |= name == "cell_type" && reader.ValueTextEquals("code");
            reader.Skip();
            Place place = new(start, (int)reader.BytesConsumed);
            if (name == "execution_count")
                count = place;
            else if (name == "outputs")
                outputs = place;
        }

        return isCode ? (count, outputs) : null;
    }
}
