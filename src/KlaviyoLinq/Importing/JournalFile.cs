using System.Text;
using System.Text.Json;

namespace KlaviyoLinq.Importing;

/// <summary>Journal in a file: a line of JSON for each entry, written through to the disk. Opening it locks it against other processes.</summary>
internal sealed class JournalFile(string path) : IKlaviyoJournalStore, IDisposable
{
    private FileStream? _file;

    public async Task<IReadOnlyList<KlaviyoJournalEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        _file ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        byte[] bytes = new byte[_file.Length];
        await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);

        // A process that was killed while it wrote left a part of a line, which says nothing: the entry was not durable.
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _file.SetLength(whole);
        _file.Position = whole;
        string[] lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize(line, JournalJson.Default.KlaviyoJournalEntry)!)];
    }

    public async Task AppendAsync(KlaviyoJournalEntry entry, CancellationToken cancellationToken)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.KlaviyoJournalEntry), (byte)'\n'];
        await _file!.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file?.Dispose();
}
