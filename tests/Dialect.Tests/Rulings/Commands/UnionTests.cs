using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Dialect.Tests.Rulings.Commands;

public sealed class UnionTests
{
    [Theory]
    [InlineData("in", "[\"a\"]", true)]
    [InlineData("in", "\"a\"", false)]
    [InlineData("equals", "\"a\"", true)]
    [InlineData("equals", "[\"a\"]", false)]
    public void The_operator_decides_which_alternative_a_filter_is(string name, string value, bool isTaken)
    {
        CommandRuling ruling = Metric($$"""{"type":"string","operator":"{{name}}","value":{{value}}}""");

        ruling.Findings.Select(finding => finding.Code).Should().Equal(isTaken ? [] : [KlaviyoFindingCode.ValueNotWritable]);
        ruling.Notes.Should().NotContain(note => note.Code == KlaviyoFindingCode.NotChecked);
    }

    [Fact]
    public void An_operator_that_no_alternative_has_is_sent_with_a_note()
    {
        CommandRuling ruling = Metric("""{"type":"string","operator":"sounds-like","value":"a"}""");

        ruling.Findings.Should().BeEmpty();
        ruling.Notes.Should().ContainSingle(note => note.Code == KlaviyoFindingCode.NotChecked);
    }

    [Fact]
    public void An_object_within_one_of_its_own_kind_is_sent_with_a_note()
    {
        CommandRuling ruling = Body.Judge(
            "create_form",
            """
            {"type":"form","attributes":{"definition":{"versions":[{"steps":[{"columns":[{}],"name":"A","steps":[{"columns":[{}],"name":"B"}]}],
            "type":"popup","status":"draft","location":"center_center"}]},"status":"draft","ab_test":false,"name":"F"}}
            """);

        ruling.Findings.Should().BeEmpty();
        ruling.Notes.Should().Contain(note => note.Code == KlaviyoFindingCode.NotChecked && note.Reason.Contains("Steps[0].Steps[0]"));
    }

    private static CommandRuling Metric(string filter) => Body.Judge(
        "create_custom_metric",
        $$$$"""
        {"type":"custom-metric","attributes":{"name":"M","definition":{"aggregation_method":"count",
        "metric_groups":[{"metric_id":"A","metric_filters":[{"property":"p","filter":{{{{filter}}}}}]}]}}}
        """);
}
