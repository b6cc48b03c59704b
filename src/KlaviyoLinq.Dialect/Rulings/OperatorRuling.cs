using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>Operators that Klaviyo has no counterpart for, with the way out that fits each.</summary>
internal static class OperatorRuling
{
    internal static void Refuse(RequestDraft draft, Stage stage) =>
        draft.Refuse(
            FindingCode.OperatorNotTranslatable,
            stage.Site,
            $"{stage.Site.Operator} has no counterpart in Klaviyo's API.",
            Advice(stage.Site.Operator));

    private static string Advice(string name) => name switch
    {
        "Skip" or "SkipLast" or "TakeLast" or "ElementAt" =>
            "Klaviyo pages by cursor and cannot jump. Keep the last row's sort key and start the next query behind it with Where.",
        "GroupBy" or "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" or "Aggregate" =>
            "Read the rows with AsAsyncEnumerable() or ToListAsync() and go on in memory.",
        "Last" or "LastOrDefault" => "Turn the sort round (OrderByDescending) and take the First.",
        "ThenInclude" => "Klaviyo includes the relationships of the queried resource only; query the included type in a query of its own.",
        _ => "Go on in memory behind AsAsyncEnumerable().",
    };
}
