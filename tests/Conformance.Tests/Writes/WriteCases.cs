using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>One case for each operation that writes, and for each report.</summary>
internal static class WriteCases
{
    internal static IReadOnlyList<WriteCase> All { get; } = 
    [
        .. CreateCases.All, .. UpdateCases.All, .. DeleteCases.All, .. LinkCases.All, .. BulkCases.All, .. ActionCases.All, .. ClientCases.All,
        .. ReportCases.All,
    ];

    internal static WriteCase Of(string operation) => All.Single(@case => @case.Operation == operation);

    /// <summary>Indicates whether the body of an operation is a form.</summary>
    internal static bool IsForm(string operation) => Facts(operation) is WriteFacts { IsForm: true };

    internal static OperationFacts Facts(string operation) => KlaviyoCatalogue.Newest.Operations.Single(facts => facts.Id == operation);
}
