using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Importing;

/// <summary>A row that was not imported.</summary>
/// <param name="Row">The number of the row in the source, from 0.</param>
/// <param name="Error">The reason: an error of Klaviyo's, or a finding of this library, whose code begins with KLQ.</param>
public sealed record KlaviyoRejectedRow(long Row, KlaviyoError Error)
{
    /// <summary>
    /// Gets whether the row may have been imported nevertheless: its request was sent again after a lost answer, and what Klaviyo found existing may be what
    /// the first request created.
    /// </summary>
    public bool MayExist { get; init; }
}
