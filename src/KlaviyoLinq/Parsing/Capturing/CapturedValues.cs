using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>
/// The values that one query captures. Each is evaluated when the parser needs it and recorded in that order, so that a plan can evaluate
/// the same values in the same order without parsing. Literals are not captured values: they are part of the code.
/// </summary>
/// <param name="known">The values that a plan evaluated before it turned out not to fit; they are not evaluated again.</param>
internal sealed class CapturedValues(IReadOnlyList<CapturedValue> known)
{
    private readonly List<CapturedValue> _taken = [];
    private readonly List<Expression> _ignored = [];

    internal CapturedValues()
        : this([])
    {
    }

    /// <summary>All evaluated values, in the order of evaluation.</summary>
    internal IReadOnlyList<CapturedValue> Taken => _taken;

    /// <summary>The value of an expression that does not depend on the queried resource.</summary>
    /// <exception cref="Exception">Whatever the author's code throws, itself, with the sub-expression named in its Data.</exception>
    internal object? Evaluate(Expression expression) => Take(expression).Value;

    /// <summary>The value in the terms of the query form.</summary>
    internal ValueTerm Term(Expression expression, Fragment fragment) => Take(expression).Term(fragment);

    /// <summary>Marks the value of an expression as one that decides nothing.</summary>
    internal void Ignore(Expression expression) => _ignored.Add(expression);

    /// <summary>Returns true when the value of an expression was evaluated, or decides nothing.</summary>
    internal bool WasRead(Expression expression) => _ignored.Contains(expression) || _taken.Exists(value => value.Expression == expression);

    internal CapturedValue Take(Expression expression)
    {
        if (Literals.IsLiteral(expression))
            return new CapturedValue(expression, Evaluator.Evaluate(expression), null);
        int slot = _taken.Count;
        CapturedValue value = slot < known.Count && known[slot].Expression == expression
            ? known[slot] with { Slot = slot }
            : new CapturedValue(expression, Evaluator.Evaluate(expression), slot);
        _taken.Add(value);
        return value;
    }

    /// <summary>The id that the query starts at, or null where it starts at a whole set.</summary>
    /// <param name="start">The constant that holds the start.</param>
    internal ResourceKey? Key(ConstantExpression start)
    {
        if (start.Value is not IResourceRoot { Key: { } key })
            return null;
        int slot = _taken.Count;
        _taken.Add(new CapturedValue(start, key.Value.Value, slot));
        return key with { Value = new ValueTerm(key.Value.Value, key.Value.IsKnown, key.Value.Fragment) { Slot = slot } };
    }
}
