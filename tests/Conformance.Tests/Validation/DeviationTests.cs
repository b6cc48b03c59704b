using System.Text.Json.Nodes;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

public sealed class DeviationTests
{
    [DocumentFact]
    public void Each_tolerated_deviation_is_still_one()
    {
        JsonObject document = JsonNode.Parse(File.ReadAllText(NodeClients.Document))!.AsObject();

        foreach (Deviation deviation in Deviations.All)
            deviation.Apply(document).Should().BePositive(deviation.Reason);
    }
}
