namespace KlaviyoLinq.Forms;

/// <summary>The result that a query's terminal operator makes of its rows.</summary>
internal enum TerminalKind
{
    /// <summary>All rows, streamed.</summary>
    Sequence,

    /// <summary>The first row.</summary>
    First,

    /// <summary>The only row; a second one is an error.</summary>
    Single,

    /// <summary>A Boolean: true when there is a row.</summary>
    Any,

    /// <summary>The number of rows.</summary>
    Count,
}
