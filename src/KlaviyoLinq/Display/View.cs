namespace KlaviyoLinq.Display;

/// <summary>What there is to see of something: a title, facts about it, rows. Says nothing of the form in which it is written.</summary>
/// <param name="Title">What it is.</param>
internal sealed record View(string Title)
{
    /// <summary>Names of facts, each with one line or several.</summary>
    internal IReadOnlyList<ViewFact> Facts { get; init; } = [];

    /// <summary>Text whose lines and columns matter, such as a refusal with its carets; null for none.</summary>
    internal string? Text { get; init; }

    /// <summary>Rows; null for none.</summary>
    internal Grid? Grid { get; init; }
}
