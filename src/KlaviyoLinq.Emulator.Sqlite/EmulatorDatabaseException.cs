namespace KlaviyoLinq.Emulator.Sqlite;

/// <summary>Error of a database file that cannot be used: it is damaged, belongs to another program, is in use, or cannot be written.</summary>
public sealed class EmulatorDatabaseException : Exception
{
    internal EmulatorDatabaseException(string file, string message, Exception? innerException = null)
        : base($"The database '{file}' {message}", innerException) => File = file;

    /// <summary>Gets the full path of the file.</summary>
    public string File { get; }
}
