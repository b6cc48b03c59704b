using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Writing.Dispatch;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Law: the emulator carries out every operation that writes, and every report.</summary>
public sealed class CarriedOutOperationsTests
{
    [Fact]
    public void Every_operation_that_writes_is_carried_out()
    {
        OperationFacts[] operations = [.. KlaviyoCatalogue.Newest.Operations.Where(operation => operation is WriteFacts or ReportFacts)];

        operations.Where(operation => WriteHandlers.Find(operation) is null).Select(operation => operation.Id).Should().BeEmpty();
        operations.Should().HaveCount(141);
    }
}
