using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Tag groups: the default one cannot be deleted.</summary>
internal sealed class TagGroupKind : ResourceKind
{
    private const int Maximum = 50;

    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) =>
        call.Store.Count("tag-group") >= Maximum ? BodyFault.At("/data/", "The account has 50 tag groups, and can have no more.") : null;

    internal override ApiError? CheckDeletion(WriteCall call, StoredResource resource) =>
        resource.Value(resource.Layout.Find("default")!).SequenceEqual("true"u8)
            ? BodyFault.At("/data/", "The default tag group cannot be deleted.")
            : null;
}
