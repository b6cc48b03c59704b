namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>What a piece of filter text is.</summary>
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
