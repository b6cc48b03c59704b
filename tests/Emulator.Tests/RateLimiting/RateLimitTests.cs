using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.RateLimiting;

[Trait("Category", "Culture")]
public sealed class RateLimitTests
{
    private readonly StandingClock _clock = new();

    [Fact]
    public async Task A_window_takes_its_limit_and_refuses_the_next_with_klaviyos_document()
    {
        await using KlaviyoEmulator emulator = await Start(new RateLimitSettings { Phase = TimeSpan.Zero });
        using EmulatorClient client = new(emulator);
        for (int i = 2; i >= 0; i--)
        {
            Answer taken = await client.Get("/api/tags");
            taken.Status.Should().Be(HttpStatusCode.OK);
            taken.Headers["RateLimit-Limit"].Should().Be("3, 3;w=1, 60;w=60");
            taken.Headers["RateLimit-Remaining"].Should().Be($"{i}");
            taken.Headers["RateLimit-Reset"].Should().Be("1");
        }

        Answer refused = await client.Get("/api/tags");

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].Should().Be("1");
        refused.Headers.Keys.Should().NotContain(name => name.StartsWith("RateLimit-", StringComparison.OrdinalIgnoreCase));
        string id = refused.Headers["X-Klaviyo-Req-Id"];
        JsonSerializer.Serialize(refused.Body).Should().Be(
            "{\"errors\":[{\"id\":\"" + id + "\",\"status\":429,\"code\":\"throttled\",\"title\":\"Request was throttled. Expected available in 1 second.\","
            + "\"detail\":\"Request was throttled. Expected available in 1 second.\",\"source\":{\"pointer\":\"/data\"},"
            + "\"links\":{\"type\":\"https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling#rate-limits\"},\"meta\":{}}]}");
        (await client.Get("/api/metrics")).Status.Should().Be(HttpStatusCode.OK, "another operation has windows of its own");
    }

    [Fact]
    public async Task The_next_second_has_room_until_the_minute_is_full()
    {
        await using KlaviyoEmulator emulator = await Start(new RateLimitSettings { Phase = TimeSpan.Zero });
        using EmulatorClient client = new(emulator);
        for (int second = 0; second < 20; second++, _clock.Now += TimeSpan.FromSeconds(1))
            for (int i = 0; i < 3; i++)
                (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.OK);

        Answer refused = await client.Get("/api/tags");

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].Should().Be("40", "the minute lasts that long");
        refused.Detail.Should().Be("Request was throttled. Expected available in 40 seconds.");
        _clock.Now += TimeSpan.FromSeconds(40);
        (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.OK);
        emulator.RateLimits.Should().Equal(
            new RateLimitWindow("pk_0123456789abcdef", "GET /api/tags", TimeSpan.FromSeconds(1), 3, 1, _clock.Now + TimeSpan.FromSeconds(1), 61, 0),
            new RateLimitWindow("pk_0123456789abcdef", "GET /api/tags", TimeSpan.FromMinutes(1), 60, 1, _clock.Now + TimeSpan.FromMinutes(1), 61, 1));
    }

    [Fact]
    public async Task Expensive_requests_count_against_a_limit_that_operations_share()
    {
        await using KlaviyoEmulator emulator = await Start(new RateLimitSettings { Phase = TimeSpan.Zero });
        using EmulatorClient client = new(emulator);
        string list = emulator.Resources("list")[0].GetProperty("id").GetString()!;
        for (int i = 0; i < 9; i++)
            (await client.Get("/api/profiles?additional-fields[profile]=subscriptions,predictive_analytics")).Status.Should().Be(HttpStatusCode.OK);

        Answer tenth = await client.Get($"/api/lists/{list}/profiles?additional-fields[profile]=predictive_analytics");
        Answer eleventh = await client.Get("/api/profiles?additional-fields[profile]=predictive_analytics");
        Answer cheap = await client.Get("/api/profiles");

        tenth.Status.Should().Be(HttpStatusCode.OK);
        tenth.Headers["RateLimit-Limit"].Should().Be("10, 10;w=1, 150;w=60");
        tenth.Headers["RateLimit-Remaining"].Should().Be("0");
        eleventh.Status.Should().Be(HttpStatusCode.TooManyRequests);
        cheap.Headers["RateLimit-Remaining"].Should().Be("65", "nine dear requests and this one counted against /api/profiles");
    }

    [Fact]
    public async Task Accounts_are_counted_apart_and_begin_their_windows_at_moments_of_their_own()
    {
        await using KlaviyoEmulator emulator = await Start(new RateLimitSettings());
        using EmulatorClient client = new(emulator);
        using EmulatorClient other = new(emulator);
        other.Http.DefaultRequestHeaders.Remove("Authorization");
        other.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_other");
        for (int i = 0; i < 3; i++)
            (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.OK);

        (await other.Get("/api/tags")).Headers["RateLimit-Remaining"].Should().Be("2");

        emulator.RateLimits.Select(window => (window.Account, window.ResetsAt)).Should().OnlyHaveUniqueItems();
        emulator.RateLimits.Should().OnlyContain(window => window.ResetsAt > _clock.Now && window.ResetsAt <= _clock.Now + window.Length);
        DateTimeOffset[] resets = [.. emulator.RateLimits.Select(window => window.ResetsAt)];
        await using KlaviyoEmulator again = await Start(new RateLimitSettings());
        using EmulatorClient twin = new(again);
        await twin.Get("/api/tags");
        again.RateLimits.Select(window => window.ResetsAt).Should().Equal(resets.Take(2), "the same seed gives the same windows");
    }

    [Fact]
    public async Task Limits_can_differ_from_the_catalogue_and_the_minute_can_be_the_reported_window()
    {
        RateLimitSettings settings = new() { Phase = TimeSpan.Zero, DescribesSteadyWindow = true, Limits = { ["/api/tags"] = new RateLimit(5, 7, 8) } };
        await using KlaviyoEmulator emulator = await Start(settings);
        using EmulatorClient client = new(emulator);

        Answer first = await client.Get("/api/tags");
        settings.Limits["/api/tags"] = new RateLimit(1, 7);
        Answer second = await client.Get("/api/tags");

        first.Headers["RateLimit-Limit"].Should().Be("7, 5;w=1, 7;w=60, 8;w=86400");
        first.Headers["RateLimit-Remaining"].Should().Be("6");
        first.Headers["RateLimit-Reset"].Should().Be("60");
        second.Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Rejected_requests_are_not_counted_and_nothing_is_counted_by_default()
    {
        await using KlaviyoEmulator emulator = await Start(new RateLimitSettings());
        using EmulatorClient client = new(emulator);
        client.Http.DefaultRequestHeaders.Remove("Authorization");
        Answer unauthorized = await client.Get("/api/tags");
        await using KlaviyoEmulator plain = await Start(null);
        using EmulatorClient free = new(plain);
        for (int i = 0; i < 5; i++)
            (await free.Get("/api/tags")).Headers["RateLimit-Remaining"].Should().Be("2");

        unauthorized.Status.Should().Be(HttpStatusCode.Unauthorized);
        emulator.RateLimits.Should().BeEmpty();
        plain.RateLimits.Should().BeEmpty();
    }

    private Task<KlaviyoEmulator> Start(RateLimitSettings? settings) => KlaviyoEmulator.StartAsync(options =>
    {
        options.Data = new DataSize { Profiles = 5, Events = 5 };
        options.TimeProvider = _clock;
        options.RateLimits = settings;
    });
}
