using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>The command of one operation, as a program calls it.</summary>
/// <param name="Operation">The operation's id in the official document.</param>
/// <param name="RunAsync">Calls the command.</param>
internal sealed record WriteCase(string Operation, Func<WriteWorld, Task> RunAsync)
{
    /// <summary>The repeat class of this command: of one that appends, a lower one than its operation's.</summary>
    internal RepeatClass Repeat { get; init; } = WriteCases.Facts(Operation).Repeat;

    public override string ToString() => Operation;
}
