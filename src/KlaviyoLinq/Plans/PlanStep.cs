using System.Text;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Plans;

/// <summary>One captured value that a plan requests, and what must hold of it.</summary>
/// <param name="Node">The number of the expression in the walk over the tree.</param>
/// <param name="Type">The type of the value; null for null.</param>
/// <param name="Check">What else must be the same.</param>
/// <param name="Value">The value itself, where that must be the same.</param>
internal sealed record PlanStep(int Node, Type? Type, StepCheck Check, object? Value)
{
    internal bool Fits(object? value) => value?.GetType() == Type && Check switch
    {
        StepCheck.Same => Equals(value, Value),
        StepCheck.Sendable => IsSendable(value),
        StepCheck.Empty => CapturedLists.Items(value) is { Count: 0 },
        _ => true,
    };

    /// <summary>The step for a value that the address writes.</summary>
    internal static PlanStep Written(int node, object? value) => new(node, value?.GetType(), StepCheck.None, null);

    /// <summary>The step for a value that the address does not spell, or null where nothing is known of what it decided.</summary>
    /// <param name="node">The number of the expression.</param>
    /// <param name="captured">The value.</param>
    /// <param name="mayHaveMerged">Whether the value may be gone because it equalled another one.</param>
    /// <param name="isDecisive">Whether the judge decided by the value itself: the value of an enumeration, a number with a fraction.</param>
    internal static PlanStep? Decisive(int node, CapturedValue captured, bool mayHaveMerged, bool isDecisive)
    {
        object? value = captured.Value;
        if (value is not (null or bool) && mayHaveMerged)
            return null;
        return value switch
        {
            _ when Literals.IsLiteral(value) => new PlanStep(node, value?.GetType(), StepCheck.Same, value),
            string or double or float or decimal or IKlaviyoEnum when isDecisive => new PlanStep(node, value.GetType(), StepCheck.Same, value),
            string when !captured.IsTerm => new PlanStep(node, typeof(string), StepCheck.Same, value),
            string or DateTimeOffset or DateTime or double or float or decimal when captured.IsTerm =>
                new PlanStep(node, value.GetType(), StepCheck.Sendable, null),
            not null when CapturedLists.Items(value) is { Count: 0 } => new PlanStep(node, value.GetType(), StepCheck.Empty, null),
            _ => null,
        };
    }

    private static bool IsSendable(object? value) => value switch
    {
        string text => IsWellFormed(text),
        DateTime moment => moment.Kind != DateTimeKind.Unspecified,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        _ => true,
    };

    private static bool IsWellFormed(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar)
                return false; // or a real one, which is as rare
        return true;
    }
}
