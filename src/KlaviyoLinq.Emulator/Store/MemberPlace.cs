namespace KlaviyoLinq.Emulator.Store;

/// <summary>Place where the value of an attribute is kept, which decides which answers show it.</summary>
internal enum MemberPlace
{
    /// <summary>In the block that every whole answer copies as it stands.</summary>
    Always,

    /// <summary>In the second block: shown by some operations only, or when <c>additional-fields</c> requests it.</summary>
    OnDemand,

    /// <summary>In the second block, never shown: what filters and sort keys reach although no attribute carries it.</summary>
    Hidden,
}
