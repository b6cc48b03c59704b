namespace KlaviyoLinq.Display;

/// <summary>View of an object: a title, facts, rows. Independent of the output format.</summary>
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
