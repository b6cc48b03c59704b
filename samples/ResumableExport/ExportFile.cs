using System.Text;
using KlaviyoLinq;

namespace KlaviyoLinq.Samples.ResumableExport;

/// <summary>
/// A file of lines, each a row and the place after it. Row and place reach the disk together or not at all: a line counts when its end is there, and a
/// line without an end is taken back. A database does the same with one transaction.
/// </summary>
internal sealed class ExportFile : IDisposable
{
    private readonly FileStream _stream;

    private ExportFile(FileStream stream, KlaviyoCheckpoint? checkpoint)
    {
        _stream = stream;
        Checkpoint = checkpoint;
    }

    /// <summary>The place after the last line; null for a new file.</summary>
    internal KlaviyoCheckpoint? Checkpoint { get; }

    internal static ExportFile Open(string path)
    {
        FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        int end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        stream.SetLength(end);
        stream.Position = end;
        string? last = Encoding.UTF8.GetString(bytes, 0, end).TrimEnd('\n').Split('\n')[^1] is { Length: > 0 } line ? line : null;
        return new ExportFile(stream, last is null ? null : KlaviyoCheckpoint.Parse(last[(last.LastIndexOf('\t') + 1)..]));
    }

    internal void Append(string id, string? email, KlaviyoCheckpoint checkpoint)
    {
        _stream.Write(Encoding.UTF8.GetBytes($"{id}\t{email}\t{checkpoint.Serialize()}\n"));
        _stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();
}
