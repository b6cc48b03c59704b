using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Access tokens are taken from a provider, kept, and renewed when they must be.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Requests_carry_the_token_of_the_provider_and_ask_for_it_once()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(250, "first_token");
        ListedTokens tokens = new("first_token");
        using IHost host = Build(emulator, tokens);

        List<Profile> rows = await Context(host).Profiles.ToListAsync();

        rows.Should().HaveCount(250);
        emulator.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Headers["Authorization"].StartsWith("Bearer "));
        tokens.Refused.Should().Equal([null]);
    }

    [Fact]
    public async Task A_token_that_Klaviyo_refuses_is_renewed_once_and_the_page_comes()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "second_token");
        ListedTokens tokens = new("first_token", "second_token");
        using IHost host = Build(emulator, tokens);

        (await Context(host).Profiles.ToListAsync()).Should().HaveCount(3);
        (await Context(host).Profiles.ToListAsync()).Should().HaveCount(3);

        emulator.Requests.Select(request => request.Status).Should().Equal(401, 200, 200);
        tokens.Refused.Should().Equal(null, "first_token");
    }

    [Fact]
    public async Task A_second_refusal_is_the_answer_and_quotes_no_token()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "third_token");
        ListedTokens tokens = new("first_token", "second_token", "third_token");
        using IHost host = Build(emulator, tokens);

        KlaviyoAuthenticationException failure = (
            await Context(host).Awaiting(k => k.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoAuthenticationException>()).Which;
        List<Profile> rows = await Context(host).Profiles.ToListAsync();

        failure.ToString().Should().NotContain("_token");
        rows.Should().HaveCount(3);
        emulator.Requests.Select(request => request.Status).Should().Equal(401, 401, 200);
        tokens.Refused.Should().Equal(null, "first_token", "second_token");
    }

    [Fact]
    public async Task A_token_is_renewed_thirty_seconds_before_it_ends()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "first_token", "second_token");
        SetClock clock = new();
        ListedTokens tokens = new("first_token", "second_token") { Clock = clock, Lifetime = TimeSpan.FromSeconds(60) };
        using IHost host = Build(emulator, tokens, o => o.TimeProvider = clock);

        await Context(host).Profiles.ToListAsync();
        clock.Now += TimeSpan.FromSeconds(29);
        await Context(host).Profiles.ToListAsync();
        int before = tokens.Refused.Count;
        clock.Now += TimeSpan.FromSeconds(1);
        await Context(host).Profiles.ToListAsync();

        before.Should().Be(1);
        tokens.Refused.Should().Equal(null, null);
        emulator.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Status == 200);
    }

    [Fact]
    public async Task Queries_at_once_wait_for_one_token()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "first_token");
        ListedTokens tokens = new("first_token") { Gate = new TaskCompletionSource() };
        using IHost host = Build(emulator, tokens);

        Task<List<Profile>>[] queries = [.. Enumerable.Range(0, 8).Select(_ => Context(host).Profiles.ToListAsync())];
        tokens.Gate.SetResult();

        (await Task.WhenAll(queries)).Should().OnlyContain(rows => rows.Count == 3);
        tokens.Refused.Should().ContainSingle();
        emulator.Requests.Should().HaveCount(8);
    }

    [Fact]
    public async Task A_provider_that_fails_is_named_and_nothing_is_sent()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        using IHost host = Build(emulator, new ListedTokens());
        using IHost blank = Build(emulator, new ListedTokens("two words"));

        KlaviyoTokenException failure = (await Context(host).Awaiting(k => k.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoTokenException>()).Which;
        await Context(blank).Awaiting(k => k.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoTokenException>();

        failure.Message.Should().StartWith("The token provider (ListedTokens) returned no access token: it threw a ArgumentOutOfRangeException.");
        failure.InnerException.Should().BeOfType<ArgumentOutOfRangeException>();
        emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_beside_a_provider_stops_the_host()
    {
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => o.ApiKey = Applications.Key).UseTokenProvider(_ => new ListedTokens()));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should()
            .StartWith("KlaviyoOptions.TokenProvider: ApiKey is set as well");
    }

    [Fact]
    public async Task Contexts_whose_providers_name_the_same_account_wait_in_one_row()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "first_token");
        using IHost host = Build(emulator, new ListedTokens("first_token") { Account = "shop" }, o => o.EnableRateLimiting = true);
        using IHost same = Build(emulator, new ListedTokens("first_token") { Account = "shop" }, o => o.EnableRateLimiting = true);
        using IHost other = Build(emulator, new ListedTokens("first_token"), o => o.EnableRateLimiting = true);

        await Context(host).Profiles.ToListAsync();

        Context(same).RateLimits.Should().ContainSingle().Which.Name.Should().Be("GET /api/profiles");
        Context(other).RateLimits.Should().BeEmpty();
    }

    private static KlaviyoContext Context(IHost host) => host.Services.GetRequiredService<KlaviyoContext>();

    private static IHost Build(KlaviyoEmulator emulator, ListedTokens tokens, Action<KlaviyoOptions>? configure = null) =>
        Applications.Build(services => services
        .AddKlaviyo(o =>
        {
            o.PointTo(emulator, "");
            configure?.Invoke(o);
        })
        .UseTokenProvider(_ => tokens));
}
