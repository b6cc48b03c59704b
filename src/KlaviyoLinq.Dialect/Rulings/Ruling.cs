using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>What the judge says of a query: the request it becomes, or every reason why it cannot become one.</summary>
internal sealed class Ruling(KlaviyoRequest? request, IReadOnlyList<KlaviyoFinding> findings)
{
    /// <summary>Null exactly when there are findings.</summary>
    internal KlaviyoRequest? Request { get; } = request;

    internal IReadOnlyList<KlaviyoFinding> Findings { get; } = findings;
}
