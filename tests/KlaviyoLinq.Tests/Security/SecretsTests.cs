using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Security;

/// <summary>The key and the values people filter by are shown nowhere.</summary>
public sealed class SecretsTests
{
    private const string Secret = "jane.doe@secret.example";

    [Fact]
    public async Task No_object_of_the_library_shows_the_key_or_a_filter_value()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data.Profiles = 5);
        KlaviyoOptions options = Runs.Options(emulator.BaseAddress);
        await using var klaviyo = new KlaviyoContext(options);
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => p.Email == Secret);
        await query.ToListAsync();

        object[] roots = [options, klaviyo, query, klaviyo.Profiles];
        List<object> objects = [.. roots.SelectMany(ObjectGraph.From).Distinct(ReferenceEqualityComparer.Instance)];

        objects.Should().HaveCountGreaterThan(10);
        foreach (object shown in objects)
            ObjectGraph.Shown(shown).Where(ContainsSecret).Should().BeEmpty("{0} is shown in debuggers and logs", shown.GetType());
    }

    [Fact]
    public async Task No_object_of_the_library_shows_an_access_token()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data.Profiles = 5);
        KlaviyoOptions options = Runs.Options(emulator.BaseAddress);
        (options.ApiKey, options.TokenProvider) = ("", new FixedToken(Secret));
        await using var klaviyo = new KlaviyoContext(options);
        (await klaviyo.Profiles.ToListAsync()).Should().HaveCount(5);

        object[] objects =
            [.. new object[] { options, klaviyo, new KlaviyoAccessToken(Secret) }.SelectMany(ObjectGraph.From).Distinct(ReferenceEqualityComparer.Instance)];

        objects.Should().Contain(found => found.GetType().Name == "BearerToken").And.Contain(found => found.GetType().Name == "CachedToken");
        foreach (object shown in objects)
            ObjectGraph.Shown(shown).Where(ContainsSecret).Should().BeEmpty("{0} is shown in debuggers and logs", shown.GetType());
    }

    [Fact]
    public void Options_that_are_written_as_JSON_leave_the_key_out()
    {
        KlaviyoOptions options = Runs.Options(new Uri("https://a.klaviyo.com"));
        var plainOptionsOnly = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                contract => Array.ForEach(
                    [.. contract.Properties.Where(property => property.PropertyType != typeof(string))], property => contract.Properties.Remove(property)),
            },
        };

        string json = JsonSerializer.Serialize(options, new JsonSerializerOptions { TypeInfoResolver = plainOptionsOnly });

        json.Should().Contain(options.Revision);
        json.Should().NotContain(Runs.Key);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_answer_that_repeats_the_key_does_not_carry_it_into_the_error(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteDocumentAsync(
                Error(status, "invalid", "Key " + Runs.Key, $"Authorization was {context.Request.Headers.Authorization}"), status));
        KlaviyoOptions options = Runs.Options(server.Address);
        options.LoggerFactory = KeyWatch.Loggers;
        await using var klaviyo = new KlaviyoContext(options);

        KlaviyoException failure = (await klaviyo.Awaiting(k => k.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoException>()).Which;

        KeyWatch.FindKey(failure).Should().BeNull();
        failure.ToString().Should().NotContain(Runs.Key[3..]);
    }

    [Fact]
    public async Task A_refusal_shows_the_code_and_not_the_values()
    {
        await using var klaviyo = new KlaviyoContext(Runs.Options(new Uri("http://127.0.0.1:1")));
        string value = Secret[..10] + Secret[10..];

        string own = Refusal(() => klaviyo.Profiles.Where(p => p.Email != value).ToRequestUri());
        string plain = Refusal(() => ((IKlaviyoQueryable<Profile>)((IQueryable<Profile>)klaviyo.Profiles).Where(p => p.Email != value)).ToRequestUri());

        own.Should().Contain("p.Email != value").And.NotContain(Secret);
        plain.Should().Contain("p.Email != value").And.NotContain(Secret);
    }

    private static bool ContainsSecret(string text) => text.Contains(Runs.Key[3..]) || text.Contains(Secret);

    private static string Refusal(Action ask) => ask.Should().Throw<UntranslatableQueryException>().Which.ToString();

    private sealed class FixedToken(string token) : IKlaviyoTokenProvider
    {
        public ValueTask<KlaviyoAccessToken> GetTokenAsync(string? refused, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new KlaviyoAccessToken(token));
    }
}
