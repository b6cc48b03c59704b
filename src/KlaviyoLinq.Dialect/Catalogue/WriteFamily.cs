namespace KlaviyoLinq.Catalogue;

/// <summary>Kinds of operations that write.</summary>
internal enum WriteFamily
{
    Create,
    Update,
    Delete,

    /// <summary>Creates a resource, or updates the one with the same identifier.</summary>
    Upsert,

    /// <summary>Creates a resource without answering with its id.</summary>
    OneWayCreate,
    Upload,
    RelationshipAdd,
    RelationshipReplace,
    RelationshipRemove,
    BulkJob,

    /// <summary>Sends, cancels, clones, merges, renders or assigns.</summary>
    Action,

    /// <summary>Belongs to the public <c>/client</c> family.</summary>
    Client,
}
