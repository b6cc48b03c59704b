using System.Net;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Errors;

public sealed class ApiErrorTests
{
    private const string NotFilterable = "'title' is not a filterable field for this resource. The filterable fields on this resource are: namespace.";

    [Fact]
    public async Task A_rejected_request_reports_Klaviyos_error()
    {
        KlaviyoBadRequestException failure = await FailureAsync<KlaviyoBadRequestException>(
            400, Error(400, "invalid", "Invalid input.", NotFilterable, """{"parameter":"filter"}"""));

        failure.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        failure.RequestId.Should().Be("0123-req");
        failure.Message.Should().ContainAll("400", "Invalid input.", NotFilterable, "parameter filter", "0123-req");
        KlaviyoError error = failure.Errors.Single();
        (error.Id, error.Status, error.Code, error.Title, error.Detail, error.SourceParameter, error.SourcePointer)
            .Should().Be(("b3b1", 400, "invalid", "Invalid input.", NotFilterable, "filter", null));
    }

    [Fact]
    public async Task All_errors_of_a_document_are_reported()
    {
        KlaviyoBadRequestException failure = await FailureAsync<KlaviyoBadRequestException>(
            400, """{"errors":[{"title":"One."},{"detail":"Two.","source":{"pointer":"/data/id"}},{"code":"three"}]}""");

        failure.Errors.Select(error => error.ToString()).Should().Equal("One.", "Two. (/data/id)", "three");
        failure.Message.Should().Contain("One.; Two. (/data/id); three");
    }

    [Fact]
    public async Task An_unknown_key_has_its_own_exception()
    {
        KlaviyoAuthenticationException failure = await FailureAsync<KlaviyoAuthenticationException>(
            401,
            Error(401, "not_authenticated", "Authentication credentials were not provided.", "Missing or invalid private key.", """{"pointer":"/data/"}"""));

        failure.Message.Should().Contain("Missing or invalid private key.").And.Contain("KlaviyoOptions.ApiKey");
        failure.Errors.Single().SourcePointer.Should().Be("/data/");
    }

    [Fact]
    public async Task A_forbidden_request_names_the_scopes_it_needs()
    {
        KlaviyoPermissionException failure = await FailureAsync<KlaviyoPermissionException>(403, Error(403, "permission_denied", "Forbidden.", "No."));

        failure.RequiredScopes.Should().Equal("profiles:read");
        failure.Message.Should().Contain("profiles:read");
    }

    [Theory]
    [InlineData("permission_denied", "You must have Advanced KDP enabled")]
    [InlineData("forbidden", "Entitlement to create object type not found.")]
    public async Task A_feature_that_the_account_lacks_is_not_blamed_on_the_key(string code, string detail)
    {
        KlaviyoPermissionException failure = await FailureAsync<KlaviyoPermissionException>(403, Error(403, code, "Forbidden.", detail));

        failure.Message.Should().Contain(detail).And.Contain(
            "The account does not have this feature, and no other API key or scope adds it.").And.NotContain("create a key");
    }

    [Fact]
    public async Task A_missing_resource_has_its_own_exception()
    {
        KlaviyoNotFoundException failure = await FailureAsync<KlaviyoNotFoundException>(
            404, Error(404, "not_found", "Not found.", "A profile with id invalid does not exist."));

        failure.Message.Should().Contain("A profile with id invalid does not exist.").And.Contain("Check the id");
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("Wed, 15 Jul 2026 12:00:30 GMT", 30)]
    [InlineData("Wed, 15 Jul 2026 11:00:00 GMT", 0)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    [InlineData("-3", null)]
    [InlineData("3.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("3|600|soon", 600)]
    public async Task A_throttled_request_reports_how_long_to_wait(string? header, int? seconds)
    {
        const string Throttled = "Request was throttled. Expected available in 3 seconds.";
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (header is not null)
                context.Response.Headers.RetryAfter = header.Split('|');
            context.Response.Headers.Date = "Wed, 15 Jul 2026 12:00:00 GMT";
            return context.Response.WriteDocumentAsync(Error(429, "throttled", Throttled, Throttled, """{"pointer":"/data"}"""), 429);
        });
        KlaviyoOptions options = Runs.Options(server.Address);
        options.TimeProvider = new ManualTime();

        KlaviyoRateLimitException failure = await Runs.FailureAsync<KlaviyoRateLimitException>(options);

        failure.RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
        failure.Errors.Single().ToString().Should().Be(Throttled + " (/data)", "the sentence that comes twice is told once");
    }

    [Fact]
    public async Task A_date_at_the_end_of_the_calendar_is_reported_as_a_moment_that_can_be_represented()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            (context.Response.Headers.RetryAfter, context.Response.Headers.Date) = ("Fri, 31 Dec 9999 23:59:59 GMT", "Wed, 15 Jul 2026 11:57:00 GMT");
            return context.Response.WriteDocumentAsync("{}", 429);
        });
        KlaviyoOptions options = Runs.Options(server.Address);
        options.TimeProvider = new ManualTime();

        KlaviyoRateLimitException failure = await Runs.FailureAsync<KlaviyoRateLimitException>(options);

        failure.RetryAfter.Should().BeGreaterThan(TimeSpan.FromDays(365 * 100));
        failure.RetryAt.Should().Be(options.TimeProvider.GetUtcNow() + failure.RetryAfter);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(524)]
    public async Task A_failing_server_has_its_own_exception(int status)
    {
        KlaviyoServerException failure = await FailureAsync<KlaviyoServerException>(status, "upstream connect error", "text/plain");

        ((int)failure.StatusCode).Should().Be(status);
        failure.Errors.Should().BeEmpty();
        failure.Message.Should().Contain(status.ToString()).And.NotContain("upstream");
    }

    [Fact]
    public async Task A_retired_revision_is_reported()
    {
        KlaviyoBadRequestException failure = await FailureAsync<KlaviyoBadRequestException>(410, "{}");

        failure.Message.Should().Contain("410").And.Contain("KlaviyoOptions.Revision");
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(403, "challenge")]
    [InlineData(503, "challenge")]
    public async Task A_challenge_page_is_named_as_such(int status, string mitigated)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["cf-mitigated"] = mitigated;
            context.Response.Headers["CF-Ray"] = "8abc-FRA";
            return context.Response.WriteDocumentAsync("<!DOCTYPE html><title>Just a moment...</title>", status, "text/html; charset=UTF-8");
        });

        KlaviyoChallengeException failure = await Runs.FailureAsync<KlaviyoChallengeException>(Runs.Options(server.Address));

        failure.RequestId.Should().Be("8abc-FRA");
        failure.Message.Should().Contain("HTML page").And.Contain("Cloudflare").And.NotContain("Just a moment");
    }

    [Fact]
    public async Task The_pages_before_an_error_are_returned()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Request.QueryString.HasValue
            ? context.Response.WriteDocumentAsync(Error(500, "error", "Error.", "A failure."), 500)
            : context.Response.WriteDocumentAsync(PageBefore("c1", "A", "B")));
        List<string> read = [];

        KlaviyoServerException failure = await Runs.FailureAsync<KlaviyoServerException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A", "B");
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be(("get_profiles", 2, 2, 1));
        failure.RequestUri.Should().Be("/api/profiles?page[cursor]=…");
        failure.Message.Should().EndWith("[get_profiles, page 2, attempt 1, after 2 resources: GET /api/profiles?page[cursor]=…]");
    }

    [Fact]
    public async Task A_key_that_the_answer_repeats_is_erased()
    {
        KlaviyoBadRequestException failure = await FailureAsync<KlaviyoBadRequestException>(
            400, Error(400, "invalid", $"Bad key {Runs.Key}", $"{Runs.Key}{Runs.Key} is wrong, and so is Klaviyo-API-Key {Runs.Key}"));

        failure.Errors.Single().Detail.Should().EndWith("Klaviyo-API-Key " + new string('*', Runs.Key.Length));
    }

    private static async Task<T> FailureAsync<T>(int status, string document, string contentType = "application/vnd.api+json")
        where T : KlaviyoApiException
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Klaviyo-Req-Id"] = "0123-req";
            return context.Response.WriteDocumentAsync(document, status, contentType);
        });
        return await Runs.FailureAsync<T>(Runs.Options(server.Address));
    }
}
