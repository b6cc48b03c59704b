namespace KlaviyoLinq.Model;

/// <summary>Spellings of an owner's id in a link.</summary>
internal enum LinkedId : byte
{
    /// <summary>Not at all, or in no way that is known.</summary>
    None,

    Plain,

    /// <summary>Percent-encoded.</summary>
    Encoded,
}
