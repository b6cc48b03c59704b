namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>One piece of filter text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it begins, in characters of the decoded filter.</param>
/// <param name="Text">A word as written, a quoted text without its quotes and escapes, otherwise empty.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, int Position, string Text);
