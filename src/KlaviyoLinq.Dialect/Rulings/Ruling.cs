using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>The result of judging a query: its request, or every finding about it.</summary>
internal sealed class Ruling(KlaviyoRequest? request, IReadOnlyList<KlaviyoFinding> findings)
{
    /// <summary>Null exactly when there are findings.</summary>
    internal KlaviyoRequest? Request { get; } = request;

    internal IReadOnlyList<KlaviyoFinding> Findings { get; } = findings;
}
