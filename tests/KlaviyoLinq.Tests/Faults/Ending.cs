namespace KlaviyoLinq.Tests.Faults;

/// <summary>Kinds of ending of a connection.</summary>
internal enum Ending
{
    /// <summary>In good order: the other side reads the end of the stream.</summary>
    Closed,

    /// <summary>Reset: the other side's next read fails.</summary>
    Reset,
}
