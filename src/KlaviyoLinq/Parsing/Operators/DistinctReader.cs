using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Terms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>Reads <c>Distinct()</c> and <c>DistinctBy(key)</c>: rows that hold their resource's id are distinct already.</summary>
internal static class DistinctReader
{
    internal static Stage Read(OperatorCall call) => new DistinctStage(call.Row is null || KeepsIdentity(call.Terms.Paths, call.Row), call.Site);

    internal static Stage ReadBy(OperatorCall call) => new DistinctStage(KeepsIdentity(call.Terms.Paths, call.Argument), call.Site);

    // True when two resources can never give equal values: the value is the resource or its id, compares a part that is, or is equal to nothing else.
    private static bool KeepsIdentity(PathReader paths, Expression value) =>
        paths.Read(value) is { } path
            ? path.IsRoot || path is { Segments: [{ Kind: SegmentKind.Id }] }
            : Constructions.IsFreshObject(value) || Constructions.ComparedParts(value)?.Any(part => KeepsIdentity(paths, part)) == true;
}
