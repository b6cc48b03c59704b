namespace KlaviyoLinq.Emulator;

/// <summary>The file of <see cref="KlaviyoEmulatorOptions.DatabaseFile"/> cannot be used: it is damaged, belongs to something else, is in use, or cannot be written.</summary>
public sealed class EmulatorDatabaseException : Exception
{
    internal EmulatorDatabaseException(string file, string message, Exception? innerException = null)
        : base($"The database '{file}' {message}", innerException) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
