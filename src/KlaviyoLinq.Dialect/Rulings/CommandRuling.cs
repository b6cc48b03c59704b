using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>The result of judging a command: its request, or every finding about it.</summary>
internal sealed class CommandRuling(KlaviyoCommand? command, IReadOnlyList<KlaviyoFinding> findings, IReadOnlyList<KlaviyoFinding> notes)
{
    /// <summary>Null exactly when there are findings.</summary>
    internal KlaviyoCommand? Command { get; } = command;

    internal IReadOnlyList<KlaviyoFinding> Findings { get; } = findings;

    /// <summary>Findings that refuse nothing: effects that a reader of the plan has to know.</summary>
    internal IReadOnlyList<KlaviyoFinding> Notes { get; } = notes;
}
