namespace KlaviyoLinq.Tests.Faults;

/// <summary>Kinds of ending of a connection.</summary>
internal enum Ending
{
    /// <summary>Orderly end: the other side reads the end of the stream.</summary>
    Closed,

    /// <summary>Reset: the other side's next read fails.</summary>
    Reset,
}
