using KlaviyoLinq.Emulator.Sqlite.Persistence;

namespace KlaviyoLinq.Emulator.Sqlite;

/// <summary>Options that keep an emulator's data in a SQLite file.</summary>
public static class SqliteEmulatorOptions
{
    /// <summary>
    /// Keeps the accounts in a SQLite file. The file is created when it does not exist, and filled with the generated data; from then on its content counts,
    /// and <see cref="KlaviyoEmulatorOptions.Data"/> and <see cref="KlaviyoEmulatorOptions.RandomSeed"/> are ignored. Every change is written at
    /// once, in its own transaction. One emulator uses the file at a time.
    /// </summary>
    /// <param name="options">The options of the emulator.</param>
    /// <param name="file">The path of the file: <c>klaviyo.db</c>.</param>
    /// <returns>The same options.</returns>
    /// <remarks>
    /// <see cref="KlaviyoEmulator.StartAsync(KlaviyoEmulatorOptions, CancellationToken)"/> throws an <see cref="EmulatorDatabaseException"/> when the file
    /// cannot be used.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="file"/> is empty.</exception>
    public static KlaviyoEmulatorOptions UseSqlite(this KlaviyoEmulatorOptions options, string file)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        options.OpenStorage = () => SqliteStorage.Open(file);
        return options;
    }
}
