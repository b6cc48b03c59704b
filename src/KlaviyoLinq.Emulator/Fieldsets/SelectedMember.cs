using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>One attribute of an answer and what of it is wanted; all of it without a tree.</summary>
internal sealed record SelectedMember(LayoutMember Member, FieldTree? Tree)
{
    /// <summary>Gets the text before the value when another member precedes it: <c>,"name":</c>.</summary>
    internal byte[] Opening { get; } = [(byte)',', (byte)'"', .. Member.EncodedName.EncodedUtf8Bytes, (byte)'"', (byte)':'];

    /// <summary>The attribute that belongs to the membership, not to the profile.</summary>
    internal bool IsJoined { get; } = Member.Name == "joined_group_at";

    /// <summary>The attribute that is not kept but counted.</summary>
    internal bool IsProfileCount { get; } = Member is { Name: "profile_count", Place: MemberPlace.OnDemand };
}
