using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Rows that an export wrote, each as its cells separated by bars. CSV is read by a reader of this project, Parquet by the library.</summary>
internal static class WrittenTable
{
    internal const string Null = "∅";

    internal static async Task<(string Header, List<string> Rows)> ReadAsync(string path)
    {
        List<string> rows = path.EndsWith(".csv", StringComparison.Ordinal)
            ? ReadCsv(await File.ReadAllTextAsync(path, new UTF8Encoding(false, true)))
            : await ReadPartsAsync(path);
        return (rows[0], rows[1..]);
    }

    private static List<string> ReadCsv(string text)
    {
        List<string> rows = [];
        List<string> cells = [];
        for (int i = 0; i < text.Length;)
        {
            cells.Add(ReadCell(text, ref i));
            if (text[i] == ',')
            {
                i++;
                continue;
            }

            text[i..(i + 2)].Should().Be("\r\n");
            i += 2;
            rows.Add(string.Join('|', cells.Select(cell => cell.Length == 0 ? Null : cell)));
            cells.Clear();
        }

        cells.Should().BeEmpty("the last line has an end");
        return rows;
    }

    private static string ReadCell(string text, ref int i)
    {
        if (text[i] != '"')
        {
            int start = i;
            while (text[i] is not (',' or '\r'))
                i++;
            return text[start..i];
        }

        StringBuilder cell = new();
        for (i++; text[i] != '"' || text[i + 1] == '"'; i++)
        {
            if (text[i] == '"')
                i++;
            cell.Append(text[i]);
        }

        i++;
        return cell.ToString();
    }

    private static async Task<List<string>> ReadPartsAsync(string folder)
    {
        List<string> rows = [];
        foreach (string part in Directory.GetFiles(folder, "*.parquet").Order(StringComparer.Ordinal))
        {
            await using ParquetReader reader = await ParquetReader.CreateAsync(part);
            if (rows.Count == 0)
                rows.Add(string.Join('|', reader.Schema.DataFields.Select(field => field.Name)));
            foreach (ParquetRowGroupReader group in reader.RowGroups)
            {
                List<string[]> columns = [];
                foreach (DataField field in reader.Schema.DataFields)
                    columns.Add(await CellsAsync(group, field));
                rows.AddRange(Enumerable.Range(0, (int)group.RowCount).Select(row => string.Join('|', columns.Select(column => column[row]))));
            }
        }

        return rows;
    }

    private static async Task<string[]> CellsAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(DateTime))
        {
            DateTime?[] moments = new DateTime?[group.RowCount];
            await group.ReadAsync<DateTime>(field, moments);
            return [.. moments.Select(moment => moment is { } at ? Text(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc))) : Null)];
        }

        if (field.ClrType == typeof(double))
        {
            double?[] numbers = new double?[group.RowCount];
            await group.ReadAsync<double>(field, numbers);
            return [.. numbers.Select(number => number?.ToString("R", CultureInfo.InvariantCulture) ?? Null)];
        }

        string?[] texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts!);
        return [.. texts.Select(text => text ?? Null)];
    }

    internal static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
