namespace KlaviyoLinq.Links;

/// <summary>Spellings of an owner's id in a link.</summary>
internal enum LinkedId : byte
{
    /// <summary>No known relation between the id and the link.</summary>
    None,

    Plain,

    /// <summary>Percent-encoded.</summary>
    Encoded,
}
