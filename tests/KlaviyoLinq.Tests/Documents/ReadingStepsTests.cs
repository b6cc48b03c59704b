using System.Text;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Tests.Documents;

/// <summary>Reading takes steps in proportion to the document, whatever it holds.</summary>
public sealed class ReadingStepsTests
{
    private const int Items = 500;

    // A document eight times as long takes 64 times as many steps where their number is quadratic.
    private const double MostGrowth = 10;

    public static TheoryData<string> Shapes => [.. Documents.Keys];

    private static Dictionary<string, Func<int, string>> Documents { get; } = new()
    {
        ["types in included"] = n => $$$"""{"data":[],"included":[{{{Many(n, i => $"{{\"type\":\"t{i}\",\"id\":\"1\"}}")}}}]}""",
        ["types of identifiers"] = n => Related(n, i => $$$"""{"lists":{"data":[{"type":"t{{{i}}}","id":"1"}]}}"""),
        ["names of relationships, one each"] = n => Related(n, i => $$$"""{"r{{{i}}}":{"data":null}}"""),
        ["names of relationships, all of one resource"] = n =>
            $$$"""{"data":[{"type":"x","id":"1","relationships":{ {{{Many(n, i => $"\"r{i}\":{{\"data\":{{\"type\":\"y\",\"id\":\"{i}\"}}}}")}}} } }]}""",
        ["identifiers of one relationship"] = n => $$$"""{"data":[{"type":"profile","id":"1","relationships":{"lists":{"data":[{{{Many(n, i => $"{{\"type\":\"list\",\"id\":\"{i}\"}}")}}}] } } } ],"included":[{{{Many(n, i => $"{{\"type\":\"list\",\"id\":\"{i}\"}}")}}}]}""",
        ["links"] = n => Related(n, i => $$$"""{"lists":{"links":{"self":"https://a/{{{i}}}","related":"https://b/{{{i}}}/x"} } }"""),
        ["a long id in links"] = n => $$$"""{"data":[{"type":"profile","id":"{{{new string('/', n)}}}a","links":{"self":"{{{new string('/', 2 * n)}}}"},"relationships":{"lists":{"links":{"self":"{{{new string('/', 2 * n)}}}"} } } } ]}""",
        ["unreadable values of one resource"] = n => $$$"""{"data":[{"type":"tag","id":"1","attributes":{ {{{Many(n, _ => "\"name\":[]")}}} } }]}""",
        ["unreadable rows"] = n => $$$"""{"data":[{{{Many(n, i => $"{{\"type\":\"tag\",\"id\":\"{i}\",\"attributes\":{{\"name\":[]}}}}")}}}]}""",
        ["unreadable resources that all rows refer to"] = n =>
            $$$"""{"data":[{{{Many(n, i => $"{{\"type\":\"tag\",\"id\":\"{i}\",\"relationships\":{{\"tag-group\":{{\"data\":{{\"type\":\"tag-group\",\"id\":\"G\"}}}}}}}}")}}}],"included":[{"type":"tag-group","id":"G","attributes":{"name":[]}}]}""",
        ["alternatives that are not known"] = n => $$$"""{"data":[{"type":"campaign","id":"1","attributes":{"tracking_options":{"custom_tracking_params":[{{{Many(n, i => $"{{\"name\":\"n{i}\",\"type\":\"geo\"}}")}}}] } } }]}""",
        ["attributes that are not known"] = n => $$$"""{"data":[{"type":"profile","id":"1","attributes":{ {{{Many(n, i => $"\"a{i}\":{i}")}}} } }]}""",
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_document_eight_times_as_long_takes_about_eight_times_as_many_steps(string shape)
    {
        long small = Steps(shape, Items);
        long large = Steps(shape, 8 * Items);

        small.Should().BeGreaterThan(Items / 2, "what is not counted cannot grow");
        ((double)large / small).Should().BeLessThan(MostGrowth);
    }

    [Fact]
    public void A_page_is_not_read_further_after_cancellation()
    {
        byte[] document = Encoding.UTF8.GetBytes(Documents["types in included"](10));

        FluentActions.Invoking(() => DocumentReader.Read(document, stop: new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
    }

    private static long Steps(string shape, int items) => MeteredReader.StepsOf(Encoding.UTF8.GetBytes(Documents[shape](items)));

    private static string Related(int count, Func<int, string> relationships) =>
        $$$"""{"data":[{{{Many(count, i => $"{{\"type\":\"profile\",\"id\":\"{i}\",\"relationships\":{relationships(i)}}}")}}}]}""";

    private static string Many(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));
}
