using System.Text.Json;
using KlaviyoLinq.Emulator.Store;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Sqlite.Persistence;

/// <summary>Reader of one account, in the order in which it was written.</summary>
internal sealed class AccountReader(SqliteConnection connection, SqliteStorage storage, long account)
{
    internal void Fill(ResourceStore store)
    {
        using (SqliteDataReader row = Query("SELECT type, id, members FROM resources WHERE account = $account ORDER BY position"))
            while (row.Read())
                store.Add(Resource(store, row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)));
        using (SqliteDataReader row = Query("SELECT type, id, name, other, stamp FROM relationships WHERE account = $account ORDER BY position"))
            while (row.Read())
                Relate(store, row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4));
    }

    private StoredResource Resource(ResourceStore store, string type, string id, byte[] members)
    {
        try
        {
            ResourceLayout layout = store.FindLayout(type) ?? throw new ArgumentException($"The catalogue has no resource type '{type}'.");
            return ResourceJson.Restore(layout, id, JsonElement.Parse(members));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw storage.Damaged($"{type} {id}", exception);
        }
    }

    private void Relate(ResourceStore store, string type, string id, string name, string other, long stamp)
    {
        if (store.Find(type, id) is { } resource && resource.Layout.FindRelationship(name) is { } relationship)
            store.Restore(resource, relationship, other, stamp);
        else
            throw storage.Damaged($"{type} {id}", new ArgumentException($"There is no {type} '{id}' with a relationship '{name}'."));
    }

    private SqliteDataReader Query(string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$account", account);
        return command.ExecuteReader();
    }
}
