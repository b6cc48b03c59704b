using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Server;

[Trait("Category", "Culture")]
public sealed class ErrorDocumentsTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    private readonly EmulatorClient _client = account.Client;

    [Theory]
    [InlineData(
        "/api/lists?filter=contains(name,\"x\")", "filter", "'contains' is not an allowed filter operator for name.  Allowed operators are any, equals")]
    [InlineData(
        "/api/catalog-categories?filter=equals(name,\"x\")", "filter", "'equals' is not an allowed filter operator for name.  Allowed operators are contains")]
    [InlineData(
        "/api/object-types?filter=equals(title,\"x\")", "filter",
        "'title' is not a filterable field for this resource. The filterable fields on this resource are: namespace.")]
    [InlineData("/api/profiles?filter=equals(email,Ben)", "filter", "Invalid filter provided")]
    [InlineData("/api/profiles?filter=equals(email,\"Ben\"", "filter", "Invalid filter provided. Verify your parentheses match.")]
    [InlineData("/api/profiles?filter=equals(email,5)", "filter", "Invalid filter provided")]
    [InlineData("/api/profiles?filter=greater-than(created,\"2025-01-01\")", "filter", "Invalid filter provided")]
    [InlineData("/api/profiles?filter=equals(email,null)", "filter", "Invalid filter provided")]
    [InlineData("/api/profiles?filter=any(email,\"a\")", "filter", "Invalid filter provided")]
    [InlineData("/api/profiles?filter=or(equals(email,\"a\"),equals(email,\"b\"))", "filter", "Invalid filter provided")]
    [InlineData("/api/reviews?filter=equals(rating,4.5)", "filter", "Invalid filter provided")]
    [InlineData("/api/campaigns?filter=equals(messages.channel,\"email\"),equals(status,\"active\")", "filter", "'active' is not a valid choice for 'status'.")]
    [InlineData("/api/profile-bulk-import-jobs?filter=any(status,[\"complete\",\"cancelled\"])", "filter", "'cancelled' is not a valid choice for 'status'.")]
    [InlineData("/api/campaigns", "filter", "A filter on one of these fields is required for this resource: messages.channel.")]
    [InlineData("/api/campaigns?filter=contains(name,\"x\")", "filter", "A filter on one of these fields is required for this resource: messages.channel.")]
    [InlineData("/api/coupon-codes", "filter", "A filter on one of these fields is required for this resource: coupon.id, profile.id.")]
    [InlineData("/api/profiles?include=profiless", "include", "'profiless' is not an allowed include parameter for this resource.")]
    [InlineData("/api/profiles?sort=first_name", "sort", "'first_name' is not an allowed sort parameter for this resource.")]
    [InlineData("/api/profiles?sort=created,email", "sort", "'created,email' is not an allowed sort parameter for this resource.")]
    [InlineData("/api/profiles?page[size]=101", "page[size]", "Page size must be an integer between 1 and 100.")]
    [InlineData("/api/profiles?page[size]=0", "page[size]", "Page size must be an integer between 1 and 100.")]
    [InlineData("/api/profiles?page[size]=ten", "page[size]", "Page size must be an integer between 1 and 100.")]
    [InlineData("/api/metrics?page[size]=10", "page[size]", "'page[size]' is not an allowed parameter for this resource.")]
    [InlineData("/api/profiles?page[cursor]=xyz", "page[cursor]", "Invalid page cursor.")]
    [InlineData("/api/profiles?page[cursor]=", "page[cursor]", "Invalid page cursor.")]
    [InlineData("/api/profiles?page[offset]=3", "page[offset]", "'page[offset]' is not an allowed parameter for this resource.")]
    [InlineData("/api/profiles?fields[profile]=shoe_size", "fields[profile]", "'shoe_size' is not a valid field for the resource type 'profile'.")]
    [InlineData("/api/profiles?fields[profile]=", "fields[profile]", "'' is not a valid field for the resource type 'profile'.")]
    [InlineData("/api/profiles?fields[metric]=name", "fields[metric]", "'fields[metric]' is not an allowed parameter for this resource.")]
    [InlineData(
        "/api/lists?additional-fields[list]=profile_count", "additional-fields[list]",
        "'additional-fields[list]' is not an allowed parameter for this resource.")]
    [InlineData(
        "/api/profiles?additional-fields[profile]=email", "additional-fields[profile]", "'email' is not a valid field for the resource type 'profile'.")]
    [InlineData("/api/profiles?sort=created&sort=email", "sort", "The parameter 'sort' may be given only once.")]
    [InlineData("/client/review-values-reports", "company_id", "The parameter 'company_id' is required.")]
    public async Task A_bad_parameter_is_named_and_explained(string request, string parameter, string detail)
    {
        Answer answer = await _client.Get(request);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Detail.Should().Be(detail);
        answer.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be(parameter);
        answer.Headers.Should().ContainKey("RateLimit-Limit");
    }

    [Fact]
    public async Task The_members_of_an_error_stand_in_klaviyos_order()
    {
        Answer answer = await _client.Get("/api/profiles?nonsense=1");

        answer.Error.EnumerateObject().Select(m => m.Name).Should().Equal("id", "status", "code", "title", "detail", "source", "links", "meta");
        answer.Error.GetProperty("status").GetInt32().Should().Be(400);
        answer.Error.GetProperty("code").GetString().Should().Be("invalid");
        answer.Error.GetProperty("title").GetString().Should().Be("Invalid input.");
        answer.Error.GetProperty("id").GetString().Should().Be(answer.Headers["X-Klaviyo-Req-Id"]);
        Guid.TryParse(answer.Headers["X-Klaviyo-Req-Id"], out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("equals(email,Ben)", 13)]
    [InlineData("equals(email,\"a\"),equals(first_name,\"b\")", 18)]
    [InlineData("equals(email,\"a\"),contains(email,\"b\")", 18)]
    [InlineData("and(equals(email,\"a\"),equals(id,5))", 32)]
    public async Task A_filter_that_is_refused_says_where_in_its_meta(string filter, int position)
    {
        Answer answer = await _client.Get("/api/profiles?filter=" + Uri.EscapeDataString(filter));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("meta").GetProperty("position").GetInt32().Should().Be(position);
    }

    [Fact]
    public async Task Only_a_filter_has_a_position() => (await _client.Get("/api/profiles?sort=x")).Error.GetProperty("meta").GetRawText().Should().Be("{}");

    [Theory]
    [InlineData(null)]
    [InlineData("Klaviyo-API-Key abc")]
    [InlineData("Klaviyo-API-Key pk_")]
    [InlineData("Basic cGs=")]
    [InlineData("pk_without_its_scheme")]
    public async Task Without_a_key_requests_are_rejected(string? authorization)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(account.Emulator.BaseAddress, "api/profiles"));
        request.Headers.Add("revision", "2026-07-15");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using HttpClient anonymous = new();
        using HttpResponseMessage response = await anonymous.SendAsync(request);
        string id = response.Headers.GetValues("X-Klaviyo-Req-Id").Single();

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().Should().Be("Bearer, Klaviyo-API-Key");
        response.Headers.Contains("RateLimit-Limit").Should().BeFalse();
        response.Headers.Contains("CID").Should().BeFalse();
        (await response.Content.ReadAsStringAsync()).Should().Be(
            "{\"errors\":[{\"id\":\"" + id + "\",\"status\":401,\"code\":\"not_authenticated\",\"title\":\"Authentication credentials were not provided.\","
            + "\"detail\":\"Missing or invalid private key.\",\"source\":{\"pointer\":\"/data/\"}}]}");
    }

    [Theory]
    [InlineData(null, "The 'revision' header is required.")]
    [InlineData("2019-01-01", "'2019-01-01' is not a valid revision. The revisions this server knows are: 2026-07-15.")]
    [InlineData("newest", "'newest' is not a valid revision. The revisions this server knows are: 2026-07-15.")]
    public async Task The_revision_must_be_named_and_known(string? revision, string detail)
    {
        using HttpClient http = new() { BaseAddress = account.Emulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_0123456789abcdef");
        if (revision is not null)
            http.DefaultRequestHeaders.Add("revision", revision);
        using HttpResponseMessage response = await http.GetAsync("api/profiles");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0].GetProperty("detail").GetString().Should().Be(detail);
    }

    [Theory]
    [InlineData("/api/nonsense", "The path /api/nonsense does not exist.")]
    [InlineData("/api", "The path /api does not exist.")]
    [InlineData("/api/lists/nope", "A list with id `nope` does not exist.")]
    [InlineData("/api/profiles/nope", "A profile with id nope does not exist.")]
    [InlineData("/api/lists/nope/profiles", "A list with id `nope` does not exist.")]
    [InlineData("/api/events/nope", "An event with id nope does not exist.")]
    public async Task A_resource_that_does_not_exist_is_not_found(string request, string detail)
    {
        Answer answer = await _client.Get(request);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Detail.Should().Be(detail);
        answer.Error.EnumerateObject().Select(m => m.Name).Should().Equal("id", "status", "code", "title", "detail", "source");
        answer.Error.GetProperty("code").GetString().Should().Be("not_found");
    }

    [Fact]
    public async Task A_method_that_the_path_does_not_have_is_refused_with_those_it_has()
    {
        using HttpResponseMessage response = await _client.Http.DeleteAsync("/api/profiles/P1");

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Equal("GET", "HEAD", "PATCH");
    }

    [Theory]
    [InlineData("/api/profiles?filter=%")]
    [InlineData("/api/profiles?filter=%zz")]
    [InlineData("/api/profiles?filter=%FF")]
    public async Task A_query_string_that_is_not_UTF_8_is_refused(string request)
    {
        using HttpResponseMessage response = await _client.Http.GetAsync(new Uri(account.Emulator.BaseAddress.ToString().TrimEnd('/') + request,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
