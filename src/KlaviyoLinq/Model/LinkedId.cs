namespace KlaviyoLinq.Model;

/// <summary>How a link spells the id of its owner.</summary>
internal enum LinkedId : byte
{
    /// <summary>Not at all, or in no way that is known.</summary>
    None,

    Plain,

    /// <summary>Percent-encoded.</summary>
    Encoded,
}
