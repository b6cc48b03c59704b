using System.Globalization;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Sqlite.Persistence;

/// <summary>Writes the changes of one account to the file, each in its own transaction.</summary>
internal sealed class SqliteJournal : IStoreJournal
{
    private readonly SqliteStorage _storage;
    private readonly SqliteConnection _connection;
    private readonly Lock _turn;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _change;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _relate;
    private readonly SqliteCommand _stamp;
    private readonly SqliteCommand _unrelate;
    private readonly SqliteCommand _unrelateAll;
    private readonly SqliteCommand _clear;
    private SqliteTransaction? _transaction;

    internal SqliteJournal(SqliteConnection connection, SqliteStorage storage, long account, Lock turn)
    {
        _connection = connection;
        _storage = storage;
        _turn = turn;
        _add = Command("INSERT INTO resources (account, type, id, members) VALUES ($account, $1, $2, $3)", 3);
        _change = Command("UPDATE resources SET members = $3 WHERE account = $account AND type = $1 AND id = $2", 3);
        _remove = Command("DELETE FROM resources WHERE account = $account AND type = $1 AND id = $2; DELETE FROM relationships WHERE account = $account AND type = $1 AND id = $2", 2);
        _relate = Command("INSERT INTO relationships (account, type, id, name, other, stamp) VALUES ($account, $1, $2, $3, $4, $5)", 5);
        _stamp = Command("UPDATE relationships SET stamp = $5 WHERE account = $account AND type = $1 AND id = $2 AND name = $3 AND other = $4", 5);
        _unrelate = Command("DELETE FROM relationships WHERE account = $account AND type = $1 AND id = $2 AND name = $3 AND other = $4", 4);
        _unrelateAll = Command("DELETE FROM relationships WHERE account = $account AND type = $1 AND id = $2 AND name = $3", 3);
        _clear = Command("DELETE FROM resources WHERE account = $account; DELETE FROM relationships WHERE account = $account", 0);

        SqliteCommand Command(string sql, int parameters)
        {
            SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$account", account);
            for (int i = 1; i <= parameters; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            return command;
        }
    }

    public void Begin()
    {
        _turn.Enter();
        try
        {
            _transaction = _connection.BeginTransaction();
        }
        catch (Exception exception)
        {
            _turn.Exit();
            throw exception is SqliteException fault ? _storage.Unusable(fault) : new ObjectDisposedException(nameof(SqliteStorage), exception);
        }
    }

    public void Commit() => End(transaction => transaction.Commit());

    public void Abandon() => End(transaction => transaction.Rollback());

    public void Added(StoredResource resource) => Run(_add, resource.Layout.Type, resource.Id, ResourceDump.MembersOf(resource));

    public void Changed(StoredResource resource) => Run(_change, resource.Layout.Type, resource.Id, ResourceDump.MembersOf(resource));

    public void Removed(StoredResource resource) => Run(_remove, resource.Layout.Type, resource.Id);

    public void Related(StoredResource resource, RelationshipLayout relationship, string id, long stamp)
    {
        if (!relationship.ToMany)
            Run(_unrelateAll, resource.Layout.Type, resource.Id, relationship.Name);
        Run(_relate, resource.Layout.Type, resource.Id, relationship.Name, id, stamp);
    }

    public void Stamped(StoredResource resource, RelationshipLayout relationship, string id, long stamp) =>
        Run(_stamp, resource.Layout.Type, resource.Id, relationship.Name, id, stamp);

    public void Unrelated(StoredResource resource, RelationshipLayout relationship, string id) =>
        Run(_unrelate, resource.Layout.Type, resource.Id, relationship.Name, id);

    public void Cleared() => Run(_clear);

    /// <summary>A resource with the ends of its relationships, as they are.</summary>
    internal void AddedWhole(StoredResource resource)
    {
        Added(resource);
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
        {
            Identifiers identifiers = resource.Related(relationship);
            for (int i = 0; i < identifiers.Count; i++)
                Run(_relate, resource.Layout.Type, resource.Id, relationship.Name, identifiers[i], identifiers.StampAt(i));
        }
    }

    private void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i + 1].Value = values[i];
        command.Transaction = _transaction;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw _storage.Unusable(exception);
        }
    }

    private void End(Action<SqliteTransaction> end)
    {
        try
        {
            end(_transaction!);
        }
        catch (SqliteException exception)
        {
            throw _storage.Unusable(exception);
        }
        finally
        {
            _transaction!.Dispose();
            _transaction = null;
            _turn.Exit();
        }
    }
}
