using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Writing.Relationships;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Dispatch;

/// <summary>The handler of each operation: its own, or that of its family.</summary>
internal static class WriteHandlers
{
    private static readonly Dictionary<string, WriteHandler> _own = new(StringComparer.Ordinal)
    {
        ["create_or_update_profile"] = call => ProfileKind.AddOrUpdate(call, call.Resource),
        ["create_push_token"] = call => PushTokenKind.AddOrUpdate(call, call.Resource),
        ["update_object_schema_relationship"] = RelationshipWrites.Describe,
        ["update_profile_schema_relationship"] = RelationshipWrites.Describe,
    };

    /// <summary>Finds the handler of an operation; null for one that the emulator does not carry out.</summary>
    internal static WriteHandler? Find(OperationFacts operation) =>
        _own.TryGetValue(operation.Id, out WriteHandler? handler) ? handler
        : operation is WriteFacts write ? Of(write.Family)
        : null;

    private static WriteHandler? Of(WriteFamily family) => family switch
    {
        WriteFamily.Create => ResourceWrites.Create,
        WriteFamily.Update => ResourceWrites.Update,
        WriteFamily.Delete => ResourceWrites.Delete,
        WriteFamily.RelationshipAdd => RelationshipWrites.Add,
        WriteFamily.RelationshipReplace => RelationshipWrites.Replace,
        WriteFamily.RelationshipRemove => RelationshipWrites.Remove,
        _ => null,
    };
}
