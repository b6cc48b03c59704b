namespace KlaviyoLinq.Docs.Tests.Translation;

/// <summary>A part of the translation table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Prose">What there is to say about it, in Markdown.</param>
/// <param name="Cases">Its lines.</param>
internal sealed record TranslationSection(string Title, string Prose, IReadOnlyList<TranslationCase> Cases);
