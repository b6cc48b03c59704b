using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>Reads <c>Take</c> of a count, and of a range that begins at the start.</summary>
internal static class TakeReader
{
    internal static Stage Read(OperatorCall call) =>
        call.Argument.Type != typeof(Range) ? new TakeStage(call.Value(), call.Site)
        : call.Terms.Evaluate(call.Argument) is Range { Start: { IsFromEnd: false, Value: 0 }, End.IsFromEnd: false } known
            ? new TakeStage(new ValueTerm(known.End.Value, true, call.Terms.Print(call.Argument)), call.Site)
            : new UnknownStage(call.Site, "Take of a range that does not begin at the start");
}
