using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests;

public sealed class KlaviyoClientContextTests
{
    private const string Nothing = """{"data":[],"links":{"self":null,"next":null,"prev":null}}""";

    [Theory]
    [InlineData(null, "The company id is missing")]
    [InlineData("", "The company id is missing")]
    [InlineData(" \t", "The company id is missing")]
    [InlineData("pk_hush123", "private API key")]
    [InlineData(" PK_hush123", "private API key")]
    [InlineData("pk_", "private API key")]
    [InlineData("ABC 123", "Not a company id")]
    [InlineData("ABC123\n", "Not a company id")]
    [InlineData("ABC\u0000123", "Not a company id")]
    [InlineData("ABC123&x=y", "Not a company id")]
    [InlineData("PUBLIC_API_KEY", "Not a company id")]
    [InlineData("ÄBC123", "Not a company id")]
    [InlineData("hush123hush123hush123", "Not a company id")]
    public void An_id_that_cannot_be_right_is_refused_without_showing_it(string? id, string reported)
    {
        KlaviyoConfigurationException failure = FluentActions.Invoking(() => new KlaviyoClientContext(id!))
            .Should().Throw<KlaviyoConfigurationException>().Which;

        failure.Option.Should().Be("companyId");
        failure.Message.Should().StartWith("KlaviyoClientContext.companyId: ").And.Contain(reported);
        failure.ToString().Should().NotContain("hush");
    }

    [Theory]
    [InlineData("ABC123")]
    [InlineData("XyZ9aB")]
    [InlineData("AB12CD34")]
    public void An_id_is_letters_and_digits(string id) => FluentActions.Invoking(() => new KlaviyoClientContext(id).Dispose()).Should().NotThrow();

    [Fact]
    public void A_private_key_in_the_options_is_refused_without_showing_it()
    {
        KlaviyoConfigurationException failure = FluentActions.Invoking(() => new KlaviyoClientContext("ABC123", new KlaviyoOptions { ApiKey = "pk_hush" }))
            .Should().Throw<KlaviyoConfigurationException>().Which;

        failure.Option.Should().Be("ApiKey");
        failure.ToString().Should().NotContain("hush");
    }

    [Fact]
    public void Options_are_checked_as_for_any_context() =>
        FluentActions.Invoking(() => new KlaviyoClientContext("ABC123", new KlaviyoOptions { Revision = "latest" }))
            .Should().Throw<KlaviyoConfigurationException>().Which.Option.Should().Be("Revision");

    [Fact]
    public void A_client_that_authorizes_every_request_is_refused()
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_hush");

        KlaviyoConfigurationException failure = FluentActions.Invoking(() => new KlaviyoClientContext("ABC123", new KlaviyoOptions { HttpClient = client }))
            .Should().Throw<KlaviyoConfigurationException>().Which;

        failure.Option.Should().Be("HttpClient");
        failure.ToString().Should().NotContain("hush");
    }

    [Fact]
    public async Task A_request_carries_the_company_id_the_revision_and_no_key()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Nothing);
        await using KlaviyoClientContext klaviyo = new("ABC123", new KlaviyoOptions { BaseAddress = server.Address });

        await klaviyo.Geofences.OrderByDistance(1.5, -2).ToListAsync();

        RecordedRequest request = server.Requests.Single();
        request.Target.Should().Be("/client/geofences?company_id=ABC123&page%5Bsize%5D=100");
        request.Headers.Should().NotContainKey("Authorization").And.NotContainKey("Cookie");
        request.Headers["revision"].Should().Be("2026-07-15");
        request.Headers["X-Klaviyo-API-Filters"].Should().Be("and(equals(lat,1.5),equals(lng,-2))");
    }

    [Fact]
    public async Task A_failure_does_not_contain_the_place()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            context => context.Response.WriteDocumentAsync(Answers.Error(400, "invalid", "Invalid input.", "No."), 400));
        await using KlaviyoClientContext klaviyo = new("ABC123", new KlaviyoOptions { BaseAddress = server.Address });

        KlaviyoBadRequestException failure = (
            await klaviyo.Invoking(k => k.Geofences.OrderByDistance(48.2082, 16.3738).ToListAsync()).Should().ThrowAsync<KlaviyoBadRequestException>()).Which;

        failure.ToString().Should().Contain("/client/geofences?company_id=ABC123").And.NotContain("48.2082").And.NotContain("16.3738");
    }

    [Fact]
    public void There_is_a_set_for_every_operation_of_the_family() =>
        typeof(KlaviyoClientContext).GetProperties().Select(property => property.Name).Except([nameof(KlaviyoClientContext.RateLimits)])
            .Should().BeEquivalentTo("Geofences", "IpAllowlists", "ReviewValuesReports", "Reviews")
            .And.HaveCount(KlaviyoCatalogue.Newest.Reads.Count(operation => operation.IsClient));
}
