using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>
/// Reads a decoded filter by recursive descent:
/// <code>
/// filter  := expr ("," expr)*
/// expr    := ("and" | "or") "(" expr ("," expr)* ")" | "not" "(" compare ")" | compare      (or and not: Overview2022 only)
/// compare := "has" "(" field ")" | operator "(" field "," value ")"
/// value   := literal | "[" literal ("," literal)* "]"
/// </code>
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Maximum nesting of <c>and(...)</c> in the published language, which documents no limit.</summary>
    private const int PublishedDepth = 16;

    /// <summary>A junction and one within it: “one level of nesting”.</summary>
    private const int Overview2022Depth = 2;

    private readonly FilterLexer _lexer;
    private readonly FilterGrammar _grammar;
    private readonly string _filter;
    private readonly bool _takesSpacedFields;
    private FilterToken _token;
    private FilterFault? _fault;

    private FilterParser(string filter, FilterGrammar grammar, bool takesSpacedFields)
    {
        _filter = filter;
        _takesSpacedFields = takesSpacedFields;
        _grammar = grammar;
        _lexer = new FilterLexer(filter);
        _token = _lexer.Next();
    }

    /// <summary>The expression, or the first fault: exactly one of the two is there.</summary>
    /// <param name="filter">The decoded filter.</param>
    /// <param name="grammar">The filter language.</param>
    /// <param name="takesSpacedFields">Whether a field can have several words, as dimensions of aggregates do: <c>Campaign Name</c>.</param>
    internal static (FilterExpression? Expression, FilterFault? Fault) Parse(string filter, FilterGrammar grammar, bool takesSpacedFields = false)
    {
        FilterParser parser = new(filter, grammar, takesSpacedFields);
        List<FilterExpression>? parts = parser.Sequence(0);
        if (parser._fault is null && parser._token.Kind != FilterTokenKind.End)
            parser.Fail(parser._token.Position);
        if (parser._fault is { } fault)
            return (null, fault);
        return (parts is [var only] ? only : new Junction(true, parts!), null);
    }

    private List<FilterExpression>? Sequence(int depth)
    {
        List<FilterExpression> parts = [];
        do
        {
            if (Expression(depth) is not { } part)
                return null;
            parts.Add(part);
        }
        while (Take(FilterTokenKind.Comma));
        return parts;
    }

    private FilterExpression? Expression(int depth)
    {
        FilterToken word = _token;
        if (!Expect(FilterTokenKind.Word) || !Expect(FilterTokenKind.OpenParenthesis))
            return null;
        bool overview = _grammar == FilterGrammar.Overview2022;
        return word.Text switch
        {
            "and" => Junction(true, depth, word),
            "or" when overview => Junction(false, depth, word),
            "not" when overview => Negation(),
            _ => Comparison(word),
        };
    }

    private Junction? Junction(bool isAnd, int depth, FilterToken word)
    {
        if (depth == (_grammar == FilterGrammar.Published ? PublishedDepth : Overview2022Depth))
        {
            Fail(word.Position);
            return null;
        }
        return Sequence(depth + 1) is { } parts && Expect(FilterTokenKind.CloseParenthesis) ? new Junction(isAnd, parts) : null;
    }

    private Negation? Negation()
    {
        FilterToken word = _token;
        if (!Expect(FilterTokenKind.Word) || !Expect(FilterTokenKind.OpenParenthesis) || Comparison(word) is not { } part)
            return null;
        return Expect(FilterTokenKind.CloseParenthesis) ? new Negation(part) : null;
    }

    private Comparison? Comparison(FilterToken word)
    {
        if (Operators.Named(word.Text) is not { } comparing)
        {
            Fail(word.Position);
            return null;
        }
        FilterToken field = _token;
        if (!Expect(FilterTokenKind.Word))
            return null;
        while (_takesSpacedFields && _token is { Kind: FilterTokenKind.Word, Text: var further } && Take(FilterTokenKind.Word))
            field = field with { Text = field.Text + " " + further };
        if (!IsField(field.Text))
        {
            Fail(field.Position);
            return null;
        }
        if (comparing == FilterOperator.Has)
            return Expect(FilterTokenKind.CloseParenthesis) ? new(comparing, field.Text, [], false, word.Position) : null;
        if (!Expect(FilterTokenKind.Comma))
            return null;
        bool isList = _token.Kind == FilterTokenKind.OpenBracket;
        return (isList ? List() : Single()) is { } literals && Expect(FilterTokenKind.CloseParenthesis)
            ? new(comparing, field.Text, literals, isList, word.Position)
            : null;
    }

    private List<FilterLiteral>? Single() => Literal() is { } literal ? [literal] : null;

    private List<FilterLiteral>? List()
    {
        Expect(FilterTokenKind.OpenBracket);
        List<FilterLiteral> literals = [];
        do
        {
            if (Literal() is not { } literal)
                return null;
            literals.Add(literal);
        }
        while (Take(FilterTokenKind.Comma));
        return Expect(FilterTokenKind.CloseBracket) ? literals : null;
    }

    private FilterLiteral? Literal()
    {
        FilterLiteral? literal = _token.Kind switch
        {
            FilterTokenKind.Text => new(LiteralKind.Text, _token.Position, _token.Text),
            FilterTokenKind.Word => FilterLiteral.OfWord(_token),
            _ => null,
        };
        if (literal is null)
            Fail(_token.Position);
        else
            _token = _lexer.Next();
        return literal;
    }

    private static bool IsField(string word)
    {
        foreach (string name in word.Split('.', ' '))
            if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '$')))
                return false;
        return true;
    }

    private bool Take(FilterTokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        _token = _lexer.Next();
        return true;
    }

    private bool Expect(FilterTokenKind kind)
    {
        if (Take(kind))
            return true;
        Fail(_token.Position);
        return false;
    }

    private void Fail(int position) => _fault ??= new FilterFault(ParenthesesMatch() ? FilterFault.Invalid : FilterFault.Parentheses, position);

    private bool ParenthesesMatch()
    {
        FilterLexer lexer = new(_filter);
        int open = 0;
        for (FilterToken token = lexer.Next(); token.Kind != FilterTokenKind.End && open >= 0; token = lexer.Next())
            open += token.Kind switch { FilterTokenKind.OpenParenthesis => 1, FilterTokenKind.CloseParenthesis => -1, _ => 0 };
        return open == 0;
    }
}
