namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>The command of one operation, as a program calls it.</summary>
/// <param name="Operation">The operation's id in the official document.</param>
/// <param name="RunAsync">Calls the command.</param>
internal sealed record WriteCase(string Operation, Func<WriteWorld, Task> RunAsync)
{
    public override string ToString() => Operation;
}
