namespace KlaviyoLinq.Export.Tests;

/// <summary>A folder for a test's files, gone with it.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("klaviyo-export-").FullName;

    internal string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
