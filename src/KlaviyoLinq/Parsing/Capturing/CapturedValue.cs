using System.Linq.Expressions;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>A captured value of a query, evaluated once.</summary>
/// <param name="Expression">The piece of the query that has the value.</param>
/// <param name="Value">The value.</param>
/// <param name="Slot">Its number among the query's captured values, in the order of evaluation; null for a value without a number.</param>
internal sealed record CapturedValue(Expression Expression, object? Value, int? Slot)
{
    /// <summary>Indicates whether the value went into the form; false when only the parser looked at it.</summary>
    internal bool IsTerm { get; private set; }

    /// <summary>The value in the terms of the query form.</summary>
    internal ValueTerm Term(Fragment fragment)
    {
        IsTerm = true;
        return new ValueTerm(Evaluator.Plain(Evaluator.Listed(Expression, Value)), true, fragment) { Slot = Slot };
    }
}
