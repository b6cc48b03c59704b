using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KlaviyoLinq.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Shop.Subscribers;

namespace Shop.Tests;

/// <summary>Tests of the problem details returned when a query fails.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("/subscribers?pageSize=0", "PageSize")]
    [InlineData("/subscribers?pageSize=101", "PageSize")]
    [InlineData("/subscribers?after=nonsense", "After")]
    public async Task A_page_that_cannot_be_is_a_400_that_names_the_parameter_and_sends_nothing(string address, string parameter)
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        HttpValidationProblemDetails problem = await ProblemAsync<HttpValidationProblemDetails>(shop, address, HttpStatusCode.BadRequest);

        problem.Errors.Keys.Should().ContainSingle().Which.Should().BeEquivalentTo(parameter);
        shop.Emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/subscribers?pageSize=6")]
    [InlineData("/subscribers?pageSize=5&since=2025-06-01T00:00:00Z")]
    [InlineData("/activity?pageSize=5")]
    public async Task A_checkpoint_of_another_query_is_a_400(string address)
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        string checkpoint = Uri.EscapeDataString((await shop.PageAsync<Subscriber>("/subscribers?pageSize=5")).Checkpoint);

        ProblemDetails problem = await ProblemAsync<ProblemDetails>(shop, $"{address}&after={checkpoint}", HttpStatusCode.BadRequest);

        problem.Title.Should().Be("The checkpoint is of another query");
        shop.Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_checkpoint_of_another_account_or_one_that_was_altered_is_a_400()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        await using ShopApplication other = await ShopApplication.StartAsync(options => options.CompanyId = "OTHER1");
        string checkpoint = (await other.PageAsync<Subscriber>("/subscribers?pageSize=5")).Checkpoint;

        await ProblemAsync<ProblemDetails>(shop, $"/subscribers?pageSize=5&after={Uri.EscapeDataString(checkpoint)}", HttpStatusCode.BadRequest);
        await ProblemAsync<ProblemDetails>(other, $"/subscribers?pageSize=5&after={Uri.EscapeDataString(checkpoint[..^2])}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_filter_that_Klaviyo_does_not_have_is_a_422_that_says_what_there_is()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        ProblemDetails problem = await ProblemAsync<ProblemDetails>(shop, "/subscribers?firstName=Jane", HttpStatusCode.UnprocessableEntity);

        problem.Detail.Should().Contain("cannot filter by FirstName (first_name)");
        JsonElement finding = ((JsonElement)problem.Extensions["findings"]!)[0];
        finding.GetProperty("id").GetString().Should().Be("KLQ2001");
        finding.GetProperty("advice").GetString().Should().Contain("filters by id");
        finding.GetRawText().Should().NotContain(".cs");
        shop.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rate_limit_that_is_used_up_is_a_503_with_the_time_to_wait()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        shop.Emulator.Faults.On("GET /api/profiles").Respond(429, TimeSpan.FromSeconds(7));

        using HttpResponseMessage answer = await shop.Client.GetAsync("/subscribers");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Title.Should().Be("Klaviyo's rate limit is used up");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_that_fails_is_a_503_and_so_is_one_that_is_not_there(int status)
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        shop.Emulator.Faults.On("GET /api/profiles").Respond(status);

        (await ProblemAsync<ProblemDetails>(shop, "/subscribers", HttpStatusCode.ServiceUnavailable)).Title.Should().Be("Klaviyo does not answer");
        await shop.Emulator.DisposeAsync();
        (await ProblemAsync<ProblemDetails>(shop, "/subscribers", HttpStatusCode.ServiceUnavailable)).Title.Should().Be("Klaviyo does not answer");
    }

    [Fact]
    public async Task A_rejected_key_is_logged_and_not_shown_to_the_client()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync(options => options.ApiKeys = ["pk_another"]);

        using HttpResponseMessage answer = await shop.Client.GetAsync("/subscribers");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("may not ask Klaviyo").And.NotContain("ApiKey").And.NotContain(ShopApplication.Key);
        shop.Events.All.Should().Contain(text => text.Contains("KlaviyoOptions.ApiKey")).And.NotContain(text => text.Contains(ShopApplication.Key));
    }

    [Theory]
    [InlineData("/subscribers/NOBODY")]
    [InlineData("/lists/NOLIST/subscribers")]
    public async Task A_missing_resource_is_a_404(string address)
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        await ProblemAsync<ProblemDetails>(shop, address, HttpStatusCode.NotFound);
    }

    private static async Task<T> ProblemAsync<T>(ShopApplication shop, string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await shop.Client.GetAsync(address);
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
