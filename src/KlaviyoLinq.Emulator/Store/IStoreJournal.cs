namespace KlaviyoLinq.Emulator.Store;

/// <summary>Receiver of every change of a store, in order and under the store's lock, for storing it elsewhere.</summary>
internal interface IStoreJournal
{
    /// <summary>Begins a change; what follows belongs together.</summary>
    void Begin();

    /// <summary>Ends the change and keeps it.</summary>
    void Commit();

    /// <summary>The change is not to be kept: it failed half-way.</summary>
    void Abandon();

    void Added(StoredResource resource);

    /// <summary>The attributes of a resource are others; its relationships are the same.</summary>
    void Changed(StoredResource resource);

    void Removed(StoredResource resource);

    /// <summary>An identifier was appended; of a to-one relationship it takes the place of the one before.</summary>
    void Related(StoredResource resource, RelationshipLayout relationship, string id, long stamp);

    /// <summary>The moment became known at which a resource joined.</summary>
    void Stamped(StoredResource resource, RelationshipLayout relationship, string id, long stamp);

    void Unrelated(StoredResource resource, RelationshipLayout relationship, string id);

    void Cleared();
}
