namespace KlaviyoLinq.House.Tests.Reading;

/// <summary>A file of the repository, by its path from the root with forward slashes. It is read when its text is first requested.</summary>
internal sealed class RepositoryFile(string path, Func<string> read)
{
    private readonly Lazy<string> _text = new(read);

    internal string Path { get; } = path;

    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder's path from the root; empty for the root itself.</summary>
    internal string Folder => Path[..Math.Max(Path.LastIndexOf('/'), 0)];

    internal string Text => _text.Value;

    internal string[] Lines => Text.TrimEnd('\n').Split('\n');
}
