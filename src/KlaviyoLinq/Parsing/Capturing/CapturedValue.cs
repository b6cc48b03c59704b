using System.Linq.Expressions;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>A value that a query captures, as it was worked out once.</summary>
/// <param name="Expression">The piece of the query that has the value.</param>
/// <param name="Value">The value.</param>
/// <param name="Slot">Its number among those of the query, in the order in which they were asked for; null where nobody can ask for it again.</param>
internal sealed record CapturedValue(Expression Expression, object? Value, int? Slot)
{
    /// <summary>Whether the value went into the form; otherwise only the reader has looked at it.</summary>
    internal bool IsTerm { get; private set; }

    /// <summary>The value in the terms of the query form.</summary>
    internal ValueTerm Term(Fragment fragment)
    {
        IsTerm = true;
        return new ValueTerm(Evaluator.Plain(Evaluator.Listed(Expression, Value)), true, fragment) { Slot = Slot };
    }
}
