namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>Deletes object records.</summary>
internal static class ObjectRecords
{
    /// <summary>Deletes the records of a body. One that does not exist needs no deletion.</summary>
    internal static WriteAnswer Delete(WriteCall call)
    {
        IReadOnlyList<string> ids = call.Resource.Related("object-records")!;
        call.Work.Add(() =>
        {
            foreach (string id in ids)
                if (call.Store.Find("object-record", id) is { } record)
                    Resources.OwnedResources.Remove(call.Store, record);
        });
        return new WriteAnswer(call.Status);
    }
}
