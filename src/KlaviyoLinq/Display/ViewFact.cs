namespace KlaviyoLinq.Display;

/// <summary>A fact of a view.</summary>
/// <param name="Name">Its name: <c>scopes</c>.</param>
/// <param name="Lines">What is said; a fact without lines is left out.</param>
internal sealed record ViewFact(string Name, params IReadOnlyList<string> Lines);
