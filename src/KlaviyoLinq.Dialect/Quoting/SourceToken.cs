namespace KlaviyoLinq.Quoting;

/// <summary>One token of C#.</summary>
/// <param name="Start">Its place in the text.</param>
/// <param name="Text">The token as it is compared: numbers without suffixes, <c>String</c> as <c>string</c>.</param>
/// <param name="Length">Its length in the text.</param>
internal readonly record struct SourceToken(int Start, string Text, int Length)
{
    internal int End => Start + Length;

    /// <summary>Indicates a token that printers omit because the meaning stays the same: parentheses and <c>!</c>.</summary>
    internal bool IsOptional => Text is "(" or ")" or "!";
}
