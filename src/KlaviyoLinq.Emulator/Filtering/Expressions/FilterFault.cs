namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Reason for which a filter is rejected.</summary>
/// <param name="Detail">The sentence for the error document.</param>
/// <param name="Position">Where the fault shows, in characters of the decoded filter.</param>
internal sealed record FilterFault(string Detail, int Position)
{
    internal const string Invalid = "Invalid filter provided";

    internal const string Parentheses = "Invalid filter provided. Verify your parentheses match.";
}
