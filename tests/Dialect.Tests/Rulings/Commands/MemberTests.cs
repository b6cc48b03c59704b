using KlaviyoLinq.Rulings;

namespace KlaviyoLinq.Dialect.Tests.Rulings.Commands;

public sealed class MemberTests
{
    [Fact]
    public void A_new_list_with_a_name_is_a_request()
    {
        CommandRuling ruling = Body.Judge("create_list", """{"type":"list","attributes":{"name":"VIPs"}}""");

        ruling.Findings.Should().BeEmpty();
        ruling.Command!.Path.Should().Be("/api/lists");
    }

    [Fact]
    public void A_missing_member_is_named_in_both_languages()
    {
        KlaviyoFinding finding = Body.Judge("create_list", """{"type":"list"}""", "new List()").Findings.Should().ContainSingle().Which;

        finding.Code.Should().Be(KlaviyoFindingCode.RequiredMemberMissing);
        finding.Reason.Should().Be("POST /api/lists requires Name (name).");
    }

    [Fact]
    public void A_read_only_member_has_carets_under_its_assignment()
    {
        KlaviyoFinding finding = Body.Judge(
            "create_list", """{"type":"list","attributes":{"name":"VIPs","created":"2026-01-01T00:00:00Z"}}""",
            """new List { Name = "VIPs", Created = now }""").Findings.Should().ContainSingle().Which;

        finding.Code.Should().Be(KlaviyoFindingCode.MemberReadOnly);
        finding.ToString().Should().Contain(
            "    .CreateAsync(new List { Name = \"VIPs\", Created = now })\n"
            + "                                           ^^^^^^^^^^^^^\n");
    }

    [Fact]
    public void An_id_that_would_be_another_path_is_refused()
    {
        foreach (string id in (string[])["", ".", "..", "\ud83c"])
            Body.Judge("delete_list", null, id: id).Findings.Should().ContainSingle().Which.Code.Should().Be(KlaviyoFindingCode.IdNotSendable);
    }

    [Fact]
    public void An_id_is_one_segment_of_the_path() =>
        Body.Judge("delete_list", null, id: "a/b c").Command!.Path.Should().Be("/api/lists/a%2Fb%20c");
}
