using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>Tests that a page reports the revision of its answer.</summary>
public sealed class AnsweredRevisionTests
{
    [Theory]
    [InlineData("2025-04-15", "2027-04-15", "2025-04-15", 2027)]
    [InlineData("2025-04-15", null, "2025-04-15", null)]
    [InlineData(null, null, null, null)]
    [InlineData("2025-04-15", "soon", "2025-04-15", null)]
    public async Task A_page_reports_the_revision_that_answered_and_until_when_it_lives(string? revision, string? retirement, string? name, int? year)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (revision is not null)
                context.Response.Headers["X-Klaviyo-Api-Revision"] = revision;
            if (retirement is not null)
                context.Response.Headers["X-Klaviyo-Api-Retirement-Date"] = retirement;
            return context.Response.WriteDocumentAsync(Answers.LastPage("A"));
        });
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        AnsweredRevision answered = (await executor.Pages().SingleAsync()).Revision;
        answered.Name.Should().Be(name);
        answered.Retirement.Should().Be(year is null ? null : new DateOnly(year.Value, 4, 15));
    }

    [Fact]
    public async Task A_forbidden_query_names_the_scopes_of_its_operation()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteDocumentAsync(Answers.Error(403, "permission_denied", "Forbidden.", "No."), 403));
        await using var klaviyo = new KlaviyoContext(Runs.Options(server.Address));

        KlaviyoPermissionException failure = (
            await klaviyo.Lists["x"].Profiles.Invoking(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoPermissionException>()).Which;
        failure.RequiredScopes.Should().BeEquivalentTo("lists:read", "profiles:read");
        failure.Message.Should().Contain("lists:read").And.Contain("profiles:read");
    }
}
