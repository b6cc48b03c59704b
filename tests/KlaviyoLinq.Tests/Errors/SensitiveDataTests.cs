using CsCheck;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Errors;

public sealed class SensitiveDataTests
{
    private const string Filter = "/api/profiles?filter=equals(email,%22jane%40example.com%22)&sort=-created";

    [Theory]
    [InlineData(false, "/api/profiles?filter=equals(email,…)&sort=-created")]
    [InlineData(true, Filter)]
    public async Task Filter_values_are_shown_only_where_that_is_wanted(bool wanted, string shown)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync("{}"));
        KlaviyoOptions options = Runs.Options(server.Address);
        options.EnableSensitiveDataLogging = wanted;

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(options, Filter);

        failure.RequestUri.Should().Be(shown);
        failure.Message.Should().EndWith($"GET {shown}]");
        server.Targets.Should().Equal(Filter);
    }

    [Theory]
    [InlineData("equals(email,\"a\")", "equals(email,…)")]
    [InlineData("any(email,[\"a)\",\"b\\\")\"]),greater-than(created,2026-01-01T00:00:00Z)", "any(email,…),greater-than(created,…)")]
    [InlineData("and(or(equals(a.b,'x)'),not(has(profile))),less-than(c,5))", "and(or(equals(a.b,…),not(has(profile))),less-than(c,…))")]
    [InlineData("equals(email,\"a\"", "…")]
    [InlineData("equals(\"jane\",5)", "…")]
    [InlineData("equals(email,\"a\") or jane", "…")]
    public void A_masked_filter_keeps_what_is_asked(string filter, string masked) => FilterMask.Apply(filter).Should().Be(masked);

    [Fact]
    public void No_value_comes_through_the_mask() =>
        Gen.String.Sample(value =>
        {
            string literal = "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
            FilterMask.Apply($"and(equals(email,{literal}),any(id,[{literal},{literal}]))").Should().Be("and(equals(email,…),any(id,…))");
        });

    [Theory]
    [InlineData("/api/lists/A/profiles", "/api/lists/A/profiles")]
    [InlineData("/api/profiles?include=lists&page%5Bsize%5D=5", "/api/profiles?include=lists&page%5Bsize%5D=5")]
    [InlineData("/api/profiles?page[cursor]=bmV4dDo6ZW1haWw6OmphbmU", "/api/profiles?page[cursor]=…")]
    [InlineData("/api/profiles?%66ilter=equals(email,'a')&flag", "/api/profiles?filter=equals(email,…)&flag")]
    public void A_safe_uri_hides_filter_values_and_cursors_only(string uri, string safe) => SafeUri.Of(uri).Should().Be(safe);
}
