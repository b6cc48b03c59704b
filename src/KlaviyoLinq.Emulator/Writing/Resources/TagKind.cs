using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Tags: one without a group is in the account's default group.</summary>
internal sealed class TagKind : ResourceKind
{
    private const int Maximum = 500;

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        call.Store.Count("tag") >= Maximum ? BodyFault.At("/data/", "The account has 500 tags, and can have no more.") : null;

    internal override void Created(WriteCall call, BodyResource body, StoredResource resource)
    {
        if (body.Related("tag-group") is not null)
            return;
        StoredResource[] groups = call.Store.All("tag-group");
        LayoutMember isDefault = call.Store.FindLayout("tag-group")!.Find("default")!;
        StoredResource group = groups.FirstOrDefault(g => g.Value(isDefault).SequenceEqual("true"u8)) ?? groups.FirstOrDefault() ?? DefaultGroup(call);
        Relations.Add(call.Store, resource, resource.Layout.FindRelationship("tag-group")!, group.Id);
    }

    private static StoredResource DefaultGroup(WriteCall call)
    {
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("tag-group")!, call.Ids.Next("tag-group"));
        edit.Set("name", "Default");
        edit.Set("exclusive", false);
        edit.Set("default", true);
        StoredResource group = edit.Finish();
        call.Store.Add(group);
        return group;
    }
}
