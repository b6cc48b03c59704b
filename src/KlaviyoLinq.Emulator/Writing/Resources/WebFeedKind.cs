using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Web feeds: the live API takes names of letters, digits and underscores alone.</summary>
internal sealed class WebFeedKind : ResourceKind
{
    internal override ApiError? CheckCreation(WriteCall call, BodyResource body) => CheckName(call, body);

    internal override ApiError? CheckUpdate(WriteCall call, BodyResource body, StoredResource resource) => CheckName(call, body);

    private static ApiError? CheckName(WriteCall call, BodyResource body) =>
        call.LiveRules && body.Text("name") is { } name && (name.Length == 0 || name.Any(c => c != '_' && !char.IsAsciiLetterOrDigit(c)))
            ? BodyFault.At("/data/attributes/name", "The name does not match the pattern ^[A-Za-z0-9_]+$.")
            : null;
}
