using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Copies of resources.</summary>
internal static class ResourceCopies
{
    /// <summary>Adds a copy of a resource with an id and dates of its own. It is related to nothing.</summary>
    /// <param name="call">The request.</param>
    /// <param name="original">The resource.</param>
    /// <param name="change">Changes the attributes of the copy.</param>
    internal static StoredResource Add(WriteCall call, StoredResource original, Action<ResourceEdit>? change = null)
    {
        ResourceEdit edit = ResourceEdit.CopyOf(original, call.Ids.Next(original.Layout.Type));
        foreach (string date in (string[])["created", "created_at", "updated", "updated_at"])
        {
            edit.Stamp(date, call.Now);
            edit.SetHidden(date, Instants.Text(call.Now));
        }
        change?.Invoke(edit);
        StoredResource copy = edit.Finish();
        call.Store.Add(copy);
        return copy;
    }
}
