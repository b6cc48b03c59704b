using KlaviyoLinq.Model;

namespace Snippets.Paging;

/// <summary>Stands for the reader's database: rows and the place after them, saved together.</summary>
internal sealed class RowStore
{
    private string? _checkpoint;

    internal int Rows { get; private set; }

    internal int Saves { get; private set; }

    internal string? Load() => _checkpoint;

    internal void Save(IReadOnlyList<Profile> rows, string checkpoint)
    {
        Rows += rows.Count;
        Saves++;
        _checkpoint = checkpoint;
    }
}
