using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KlaviyoLinq.Samples.Export.Resources;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>
/// A CSV file (RFC 4180, UTF-8), and beside it <c>file.csv.checkpoint</c>, which says how many of its bytes count and where to continue. It is replaced in one
/// step after the rows have reached the disk; bytes after those that count are cut off when the export is continued. Null is an empty cell.
/// </summary>
internal sealed class CsvFile : IExportFile
{
    private readonly string _checkpointPath;
    private readonly FileStream _stream;
    private readonly CsvWriter _writer;

    private CsvFile(FileStream stream, string checkpointPath, ExportState state)
    {
        _stream = stream;
        _checkpointPath = checkpointPath;
        _writer = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(false)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        State = state;
    }

    public ExportState State { get; private set; }

    internal static CsvFile Open(string path, ExportPlan plan)
    {
        string checkpointPath = path + ".checkpoint";
        if (!File.Exists(checkpointPath))
        {
            if (File.Exists(path))
                throw new ExportException($"{path} is there already, and there is no {checkpointPath} to go on from. Delete it, or write to another place.");
            Replace(checkpointPath, new ExportState(plan)); // From here on the file is ours, whatever it holds.
        }

        ExportState state = ExportState.Parse(File.ReadAllText(checkpointPath), checkpointPath).Of(plan, path);
        FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (stream.Length < state.Extent)
        {
            stream.Dispose();
            throw new ExportException($"{path} is shorter than {checkpointPath} says: it was altered. Delete both to begin anew.");
        }

        stream.SetLength(state.Extent);
        stream.Position = state.Extent;
        return new CsvFile(stream, checkpointPath, state);
    }

    public async Task AppendAsync(IReadOnlyList<object?[]> rows, KlaviyoCheckpoint after)
    {
        if (State.Extent == 0)
            await WriteAsync(State.Plan.ColumnNames);
        foreach (object?[] row in rows)
            await WriteAsync(row.Skip(1).Select(Cell));
        await _writer.FlushAsync();
        _stream.Flush(flushToDisk: true);
        State = State.After(rows, after, _stream.Position);
        Replace(_checkpointPath, State);
    }

    // Every page is safe as soon as it is there.
    public Task SaveAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task WriteAsync(IEnumerable<string?> cells)
    {
        foreach (string? cell in cells)
            _writer.WriteField(cell);
        await _writer.NextRecordAsync();
    }

    private static string? Cell(object? value) => value switch
    {
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => (string?)value,
    };

    private static void Replace(string path, ExportState state)
    {
        string next = path + ".tmp";
        using (FileStream stream = new(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(state.Serialize()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
