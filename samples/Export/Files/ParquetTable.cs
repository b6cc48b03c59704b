using System.IO.Compression;
using KlaviyoLinq.Samples.Export.Resources;
using Parquet;
using Parquet.Schema;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>The columns of the Parquet files. Every column can be null; moments are UTC, to the microsecond.</summary>
internal sealed class ParquetTable(IReadOnlyList<ColumnHeader> columns)
{
    private readonly ParquetSchema _schema = new(columns.Select(Field));

    /// <summary>Writes a file of one row group. The first value of each row is passed over.</summary>
    internal async Task WriteAsync(Stream stream, IReadOnlyList<object?[]> rows, IReadOnlyDictionary<string, string> metadata)
    {
        // The better levels of Zstandard take longer than all the rest together.
        ParquetOptions options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(_schema, stream, options);
        writer.CustomMetadata = metadata;
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        for (int i = 0; i < columns.Count; i++)
            await WriteAsync(group, _schema.DataFields[i], columns[i].Kind, rows.Select(row => row[i + 1]));
        group.CompleteValidate();
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, ColumnKind kind, IEnumerable<object?> cells) => kind switch
    {
        ColumnKind.Moment => group.WriteAsync<DateTime>(field, cells.Select(cell => ((DateTimeOffset?)cell)?.UtcDateTime).ToArray()),
        ColumnKind.Number => group.WriteAsync<double>(field, cells.Select(cell => (double?)cell).ToArray()),
        _ => group.WriteAsync(field, [.. cells.Select(cell => (string?)cell)]),
    };

    private static DataField Field(ColumnHeader column) => column.Kind switch
    {
        ColumnKind.Moment => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
        ColumnKind.Number => new DataField<double?>(column.Name),
        _ => new DataField<string>(column.Name),
    };
}
