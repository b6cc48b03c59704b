using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Shop.Paging;
using Shop.Subscribers;

namespace Shop.Tests;

/// <summary>The application as a whole: its health, clients that go away, and how it starts without a key.</summary>
public sealed class RunningTests
{
    [Theory]
    [InlineData("/subscribers", 0)]
    [InlineData("/subscribers/count", 1)]
    [InlineData("/subscribers/all", 1)]
    public async Task A_client_that_goes_away_takes_the_request_to_Klaviyo_with_it(string address, int pagesBefore)
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        shop.Emulator.Faults.On("GET /api/profiles").From(pagesBefore + 1).Stall();
        using CancellationTokenSource leaving = new();

        Task<HttpResponseMessage> asking = shop.Client.GetAsync(address, leaving.Token);
        await Patience.UntilAsync(() => shop.Emulator.Requests.Count > pagesBefore, asking);
        await leaving.CancelAsync();

        await asking.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await shop.Events.NextAsync("KlaviyoLinq", 45)).Should().StartWith("get_profiles: failed after").And.Contain("Cancel");
        shop.Emulator.Requests.Should().HaveCount(pagesBefore + 1);
    }

    [Fact]
    public async Task Health_is_that_of_the_account()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        (await shop.Client.GetStringAsync("/health")).Should().Be("Healthy");
        shop.Emulator.Requests.Should().ContainSingle().Which.Path.Should().Be("/api/accounts");

        shop.Emulator.Faults.On("GET /api/accounts").Respond(500);
        (await shop.Client.GetAsync("/health")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Without_a_key_a_developer_gets_an_emulated_account()
    {
        await using WebApplicationFactory<Page<int>> shop = new();
        shop.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));

        ReceivedPage<Subscriber> page = (await shop.CreateClient().GetFromJsonAsync<ReceivedPage<Subscriber>>("/subscribers?pageSize=2"))!;

        page.Rows.Should().HaveCount(2);
        page.HasMore.Should().BeTrue();
    }
}
