using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>One attribute of a resource type and the slot in which each resource keeps its value.</summary>
internal sealed class LayoutMember(string name, MemberPlace place, int slot)
{
    internal string Name { get; } = name;

    internal MemberPlace Place { get; } = place;

    internal int Slot { get; } = slot;

    /// <summary>The name ready for a JSON writer.</summary>
    internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);
}
