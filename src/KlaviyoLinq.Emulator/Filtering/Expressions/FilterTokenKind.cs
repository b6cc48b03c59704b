namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Kinds of tokens of a filter.</summary>
internal enum FilterTokenKind
{
    End,
    Word,
    Text,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,

    /// <summary>A quoted text that never ends.</summary>
    Unfinished,
}
