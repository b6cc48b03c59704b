using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Quoting;

namespace KlaviyoLinq.Parsing.Printing;

/// <summary>An operator's argument as C#, and the places of its parts in it. It is printed when a refusal needs it.</summary>
/// <param name="argument">The argument; null where the parts have no whole.</param>
/// <param name="sourceName">The author's name of the queried resource.</param>
internal sealed class PrintedArgument(Expression? argument, string? sourceName)
{
    private readonly Dictionary<Expression, int> _starts = new(ReferenceEqualityComparer.Instance);

    private string? _text;

    /// <summary>A part of the argument.</summary>
    internal Fragment Part(Expression part) => new(() => CSharpPrinter.Print(part, sourceName), part, () => CountBefore(part));

    private int CountBefore(Expression part)
    {
        if (argument is null)
            return 0;
        _text ??= CSharpPrinter.Print(argument, sourceName, _starts);
        return _starts.TryGetValue(part, out int start) ? SourceSpan.CountBefore(_text, CSharpPrinter.Print(part, sourceName), start) : 0;
    }
}
