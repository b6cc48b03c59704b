namespace KlaviyoLinq.Forms;

/// <summary>What is made of the query's rows in the end.</summary>
internal enum TerminalKind
{
    /// <summary>All rows, streamed.</summary>
    Sequence,

    /// <summary>The first row.</summary>
    First,

    /// <summary>The only row; a second one is an error.</summary>
    Single,

    /// <summary>Whether there is a row.</summary>
    Any,

    /// <summary>How many rows there are.</summary>
    Count,
}
