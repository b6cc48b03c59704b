namespace KlaviyoLinq.Catalogue;

/// <summary>Facts of a report: a POST that changes nothing and answers with one resource of the type it was sent.</summary>
internal sealed class ReportFacts() : OperationFacts("POST")
{
    /// <summary>The type of the resource in the body and in the answer: <c>metric-aggregate</c>.</summary>
    internal required string ResourceType { get; init; }

    /// <summary>The attributes of the body.</summary>
    internal IReadOnlyList<AttributeFacts> Attributes { get; init; } = [];
}
