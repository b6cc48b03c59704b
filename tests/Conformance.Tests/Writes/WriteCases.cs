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

    /// <summary>The cases in an order for one account: what belongs to another resource is deleted before it, and what deletes many comes last.</summary>
    internal static IReadOnlyList<WriteCase> InOrder { get; } =
    [
        .. CreateCases.All, .. UpdateCases.All, .. LinkCases.All, .. ReportCases.All, .. ClientCases.All,
        .. BulkCases.All.Where(@case => !IsDeletion(@case)), .. ActionCases.All, .. DeleteCases.All.Reverse(), .. BulkCases.All.Where(IsDeletion),
    ];

    internal static WriteCase Of(string operation) => All.Single(@case => @case.Operation == operation);

    /// <summary>Indicates whether the body of an operation is a form.</summary>
    internal static bool IsForm(string operation) => Facts(operation) is WriteFacts { IsForm: true };

    private static bool IsDeletion(WriteCase @case) =>
        @case.Operation.StartsWith("bulk_delete", StringComparison.Ordinal) || @case.Operation == "request_profile_deletion";

    internal static OperationFacts Facts(string operation) => KlaviyoCatalogue.Newest.Operations.Single(facts => facts.Id == operation);
}
