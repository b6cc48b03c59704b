using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>One case for each operation that writes.</summary>
internal static class WriteCases
{
    internal static IReadOnlyList<WriteCase> All { get; } = [.. CreateCases.All, .. UpdateCases.All, .. DeleteCases.All];

    internal static WriteCase Of(string operation) => All.Single(@case => @case.Operation == operation);

    internal static WriteFacts Facts(string operation) =>
        KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>().Single(facts => facts.Id == operation);
}
