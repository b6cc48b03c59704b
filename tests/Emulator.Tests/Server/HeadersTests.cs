using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Server;

[Trait("Category", "Culture")]
public sealed class HeadersTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    [Theory]
    [InlineData("/api/profiles", HttpStatusCode.OK, "GET, POST, HEAD, OPTIONS")]
    [InlineData("/api/lists?page[size]=11", HttpStatusCode.BadRequest, "GET, POST, HEAD, OPTIONS")]
    [InlineData("/api/profiles/nobody", HttpStatusCode.NotFound, "GET, PUT, PATCH, DELETE, HEAD, OPTIONS")]
    [InlineData("/api/lists/nothing/profiles", HttpStatusCode.NotFound, "GET, HEAD, OPTIONS")]
    [InlineData("/client/reviews?company_id=EMUL8R", HttpStatusCode.OK, "GET, HEAD, OPTIONS")]
    public async Task Every_answer_reports_account_request_revision_language_and_allowed_methods(string request, HttpStatusCode status, string allowed)
    {
        using HttpResponseMessage response = await account.Client.Http.GetAsync(request);

        response.StatusCode.Should().Be(status);
        response.Content.Headers.Allow.Should().Equal(allowed.Split(", "));
        response.Content.Headers.ContentLanguage.Should().Equal("en-us");
        response.Content.Headers.ContentType!.ToString().Should().Be("application/vnd.api+json");
        response.Headers.Vary.Should().Equal("Accept", "Accept-Language", "Cookie", "Origin");
        Guid.TryParse(response.Headers.GetValues("X-Klaviyo-Req-Id").Single(), out _).Should().BeTrue();
        response.Headers.GetValues("CID").Single().Should().NotBeEmpty();
        response.Headers.GetValues("X-Klaviyo-Api-Revision").Should().Equal("2026-07-15");
        response.Headers.Contains("RateLimit-Limit").Should().BeTrue();
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_of_the_answer_and_no_body()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/api/profiles?page[size]=2");
        using HttpResponseMessage head = await account.Client.Http.SendAsync(request);
        using HttpResponseMessage get = await account.Client.Http.GetAsync("/api/profiles?page[size]=2");

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.Should().Be(get.Content.Headers.ContentLength).And.BePositive();
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Unsupported_requests_are_refused_with_the_supported_ones()
    {
        using HttpResponseMessage response = await account.Client.Http.PutAsync("/api/profiles", null);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Equal("GET", "HEAD", "POST");
    }
}
