using System.Buffers;
using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Commands.Bodies;

/// <summary>Splits the rows of a bulk command into requests that keep the limits of the operation, in items and in bytes.</summary>
/// <param name="operation">The operation.</param>
/// <param name="write">Writes one row as it stands in the body.</param>
internal sealed class Chunking<T>(WriteFacts operation, Action<Utf8JsonWriter, T> write)
{
    // The document around the rows: type, relationships, and the commas.
    private const int Envelope = 4_096;

    /// <summary>
    /// Returns the rows of each request, in their order. A row that exceeds the limit alone is a request of its own, which the judge refuses.
    /// </summary>
    internal IEnumerable<IReadOnlyList<T>> Split(IEnumerable<T> rows)
    {
        int items = operation.MaximumItems ?? int.MaxValue;
        int bytes = operation.MaximumBytes - Envelope ?? int.MaxValue;
        List<T> chunk = [];
        int length = 0;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        foreach (T row in rows)
        {
            buffer.ResetWrittenCount();
            json.Reset(buffer);
            write(json, row);
            json.Flush();
            int size = buffer.WrittenCount + 1;
            if (chunk.Count == items || (chunk.Count > 0 && size > bytes - length))
            {
                yield return chunk;
                chunk = [];
                length = 0;
            }

            chunk.Add(row);
            length += size;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }
}
