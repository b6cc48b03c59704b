using System.Globalization;
using KlaviyoLinq.Emulator.Store;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Sqlite.Persistence;

/// <summary>
/// SQLite file that holds the accounts of one emulator at a time. Every change is one transaction, so a process that is killed leaves the file as it was
/// after the last change.
/// </summary>
internal sealed class SqliteStorage : IAccountStorage
{
    /// <summary>"KLQE": how SQLite files say whose they are.</summary>
    private const int ApplicationId = 0x4B4C5145;

    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE accounts (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE resources (position INTEGER PRIMARY KEY, account INTEGER NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, members BLOB NOT NULL,
            UNIQUE (account, type, id));
        CREATE TABLE relationships (position INTEGER PRIMARY KEY, account INTEGER NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
            other TEXT NOT NULL, stamp INTEGER NOT NULL);
        CREATE INDEX relationships_of ON relationships (account, id, other);
        """;

    // Files of the same version that were written before starts were counted do not have it.
    private const string Starts = "CREATE TABLE IF NOT EXISTS starts (number INTEGER PRIMARY KEY)";

    private readonly SqliteConnection _connection;

    // One connection serves the journals of all accounts; each transaction has it to itself.
    private readonly Lock _turn = new();

    private SqliteStorage(string file, SqliteConnection connection)
    {
        File = file;
        _connection = connection;
    }

    internal string File { get; }

    /// <inheritdoc/>
    public int EarlierStarts { get; private set; }

    /// <summary>Opens the file, or makes it when there is none.</summary>
    /// <exception cref="EmulatorDatabaseException">It cannot be used.</exception>
    internal static SqliteStorage Open(string file)
    {
        string path = Path.GetFullPath(file);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        SqliteStorage storage = new(path, connection);
        bool isOurs = false;
        try
        {
            connection.Open();
            storage.TakePossession();
            isOurs = true;
            return storage;
        }
        catch (SqliteException exception)
        {
            throw storage.Unusable(exception);
        }
        finally
        {
            if (!isOurs)
                connection.Dispose();
        }
    }

    /// <inheritdoc/>
    public bool Load(string account, ResourceStore store)
    {
        try
        {
            if (NumberOf(account) is not { } number)
                return false;
            new AccountReader(_connection, this, number).Fill(store);
            return true;
        }
        catch (SqliteException exception)
        {
            throw Unusable(exception);
        }
    }

    /// <inheritdoc/>
    public void Save(string account, ResourceStore store)
    {
        SqliteJournal journal = JournalOf(account);
        journal.Begin();
        journal.Cleared();
        foreach (ResourceLayout layout in store.Layouts)
            foreach (StoredResource resource in store.All(layout.Type))
                journal.AddedWhole(resource);
        journal.Commit();
        store.KeepIn(journal);
    }

    /// <inheritdoc/>
    public void Keep(string account, ResourceStore store) => store.KeepIn(JournalOf(account));

    /// <summary>Translates an error of SQLite for users of the emulator.</summary>
    internal EmulatorDatabaseException Unusable(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => new EmulatorDatabaseException(File, "is in use by another emulator.", exception),
        26 => new EmulatorDatabaseException(File, "is not a SQLite database.", exception),
        11 => new EmulatorDatabaseException(File, "is damaged. Delete it, or restore a copy.", exception),
        _ => new EmulatorDatabaseException(File, $"cannot be used: {exception.Message}", exception),
    };

    internal EmulatorDatabaseException Damaged(string where, Exception exception) =>
        new(File, $"holds something that is not a resource of this catalogue ({where}): {exception.Message}", exception);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_turn)
            _connection.Dispose();
    }

    private SqliteJournal JournalOf(string account)
    {
        Execute("INSERT OR IGNORE INTO accounts (name) VALUES ($name)", ("$name", account));
        return new SqliteJournal(_connection, this, NumberOf(account)!.Value, _turn);
    }

    private void TakePossession()
    {
        // Held until the connection is closed; a second emulator fails at once instead of overwriting the first one's work.
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        Execute("PRAGMA cache_size = -65536");
        Execute("BEGIN EXCLUSIVE; COMMIT");
        if (Number("SELECT count(*) FROM sqlite_master") == 0 && Number("PRAGMA application_id") == 0)
            Execute(
                string.Create(
                    CultureInfo.InvariantCulture, $"BEGIN; {Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT"));
        if (Number("PRAGMA application_id") != ApplicationId)
            throw new EmulatorDatabaseException(File, "belongs to another program.");
        if (Number("PRAGMA user_version") != Version)
            throw new EmulatorDatabaseException(File, "was written by another version of the emulator.");
        if (Scalar("PRAGMA quick_check(1)") is not "ok")
            throw new EmulatorDatabaseException(File, "is damaged. Delete it, or restore a copy.");
        CountStart();
    }

    /// <summary>A file without the table is new, or was written before starts were counted: of those, one start is certain.</summary>
    private void CountStart()
    {
        Execute(Starts);
        bool isUncounted = Number("SELECT count(*) FROM starts") == 0 && Number("SELECT count(*) FROM accounts") > 0;
        EarlierStarts = isUncounted ? 1 : (int)Number("SELECT coalesce(max(number) + 1, 0) FROM starts");
        Execute("INSERT INTO starts (number) VALUES ($number)", ("$number", EarlierStarts));
    }

    private long? NumberOf(string account) => Scalar("SELECT number FROM accounts WHERE name = $name", ("$name", account)) as long?;

    private long Number(string sql) => Convert.ToInt64(Scalar(sql), CultureInfo.InvariantCulture);

    private object? Scalar(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteScalar();
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
