namespace Snippets.Limits;

/// <summary>Stands for whatever runs the reader's jobs.</summary>
internal sealed class Schedule
{
    internal bool IsSet { get; private set; }

    internal void RunAgain(DateTimeOffset time) => IsSet = time > default(DateTimeOffset);
}
