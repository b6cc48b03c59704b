using System.Globalization;
using KlaviyoLinq.Samples.Export.Resources;
using Parquet;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>
/// A folder of Parquet files, which together are the table: <c>part-00000.parquet</c> and so on. A Parquet file counts only with its footer, so none is ever
/// appended to: rows are gathered, written to a file of another name, and that is given its own name in one step. The place after its rows stands in
/// its footer, so there is no moment between the two.
/// </summary>
internal sealed class ParquetFolder : IExportFile
{
    private const string Unfinished = ".unfinished";

    private readonly string _path;
    private readonly ParquetTable _table;
    private readonly int _partRows;
    private readonly FileStream _lock;
    private readonly List<object?[]> _gathered = [];
    private ExportState _saved;

    private ParquetFolder(string path, FileStream @lock, ParquetTable table, int partRows, ExportState state)
    {
        _path = path;
        _lock = @lock;
        _table = table;
        _partRows = partRows;
        State = _saved = state;
    }

    public ExportState State { get; private set; }

    internal static async Task<ParquetFolder> OpenAsync(string path, ExportPlan plan, IReadOnlyList<ColumnHeader> columns, int partRows)
    {
        if (File.Exists(path))
            throw new ExportException($"{path} is a file. Parquet is written as a folder of parts; name one that is not there, or one to go on in.");
        Directory.CreateDirectory(path);
        FileStream @lock = new(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            File.Delete(Path.Combine(path, Unfinished));
            return new ParquetFolder(path, @lock, new ParquetTable(columns), partRows, await ReadStateAsync(path, plan));
        }
        catch
        {
            await @lock.DisposeAsync();
            throw;
        }
    }

    public async Task AppendAsync(IReadOnlyList<object?[]> rows, KlaviyoCheckpoint after)
    {
        _gathered.AddRange(rows);
        State = State.After(rows, after, State.Extent);
        if (_gathered.Count >= _partRows)
            await SaveAsync();
    }

    public async Task SaveAsync()
    {
        if (_gathered.Count == 0)
            return;

        State = State with { Extent = _saved.Extent + 1 };
        string unfinished = Path.Combine(_path, Unfinished);
        await using (FileStream stream = new(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await _table.WriteAsync(stream, _gathered, new Dictionary<string, string> { [ExportState.Name] = State.Serialize() });
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, PartOf(_path, _saved.Extent));
        _saved = State;
        _gathered.Clear();
    }

    public ValueTask DisposeAsync() => _lock.DisposeAsync();

    private static async Task<ExportState> ReadStateAsync(string path, ExportPlan plan)
    {
        string[] parts = [.. Directory.GetFiles(path, "*.parquet").Order(StringComparer.Ordinal)];
        if (parts.Length == 0)
            return new ExportState(plan);

        await using ParquetReader reader = await ParquetReader.CreateAsync(parts[^1]);
        if (!reader.CustomMetadata.TryGetValue(ExportState.Name, out string? text))
            throw new ExportException($"{parts[^1]} is not a part that this program wrote. Write to another folder.");
        ExportState state = ExportState.Parse(text, parts[^1]).Of(plan, path);
        return parts.Length == state.Extent && parts[^1] == PartOf(path, state.Extent - 1)
            ? state
            : throw new ExportException($"{path} has {parts.Length} parts, and the last one is part {state.Extent} of the export: some were taken away, or others added. Write to another folder.");
    }

    private static string PartOf(string path, long number) => Path.Combine(path, $"part-{number.ToString("00000", CultureInfo.InvariantCulture)}.parquet");
}
