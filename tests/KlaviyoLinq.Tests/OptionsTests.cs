using System.Diagnostics;
using System.Reflection;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(null, "The API key is missing")]
    [InlineData("", "The API key is missing")]
    [InlineData(" ", "The API key is missing")]
    [InlineData("ABC123", "Not a private API key")]
    [InlineData("PK_123456", "Not a private API key")]
    [InlineData("pk_", "Not a private API key")]
    [InlineData("Bearer hush", "Not a private API key")]
    [InlineData("pk_hu sh", "Copy it again")]
    [InlineData("pk_hush\n", "Copy it again")]
    [InlineData("pk_hush\u0000", "Copy it again")]
    [InlineData("pk_\u2026", "Copy it again")]
    [InlineData("pk_hüsh", "Copy it again")]
    public void A_key_that_cannot_be_right_is_refused_without_showing_it(string? key, string reported)
    {
        KlaviyoConfigurationException failure = Refused(options => options.ApiKey = key!);

        failure.Option.Should().Be("ApiKey");
        failure.Message.Should().StartWith("KlaviyoOptions.ApiKey: ").And.Contain(reported);
        if (key is { Length: > 3 })
            failure.ToString().Should().NotContain(key);
        failure.ToString().Should().NotContain("hush").And.NotContain("hüsh");
    }

    [Theory]
    [InlineData("2026-07-15")]
    [InlineData("2025-07-15")]
    [InlineData("2022-10-17")]
    [InlineData("2026-07-15.pre")]
    public void A_revision_is_a_date(string revision) =>
        FluentActions.Invoking(() => Valid(options => options.Revision = revision).Validate()).Should().NotThrow();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-7-15")]
    [InlineData("2026-02-30")]
    [InlineData("2026-07-15.beta")]
    [InlineData("2026-07-15 ")]
    [InlineData("latest")]
    [InlineData("2026-07-15\r\nX: y")]
    public void A_revision_that_is_not_a_date_is_refused(string? revision) => Refused(options => options.Revision = revision!).Option.Should().Be("Revision");

    [Theory]
    [InlineData("https://a.klaviyo.com/")]
    [InlineData("https://proxy.example.com/klaviyo")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000/")]
    public void A_base_address_is_https_or_on_this_machine(string address) =>
        FluentActions.Invoking(() => Valid(options => options.BaseAddress = new Uri(address)).Validate()).Should().NotThrow();

    [Theory]
    [InlineData("http://a.klaviyo.com/", "https")]
    [InlineData("ftp://localhost/", "https")]
    [InlineData("file:///etc/passwd", "https")]
    [InlineData("https://user:pw@a.klaviyo.com/", "without user name")]
    [InlineData("https://a.klaviyo.com/?a=b", "without user name, query")]
    [InlineData("https://a.klaviyo.com/#a", "fragment")]
    [InlineData("a.klaviyo.com", "absolute")]
    [InlineData(null, "absolute")]
    public void Another_base_address_is_refused(string? address, string reported)
    {
        KlaviyoConfigurationException failure = Refused(
            options => options.BaseAddress = address is null ? null! : new Uri(address, UriKind.RelativeOrAbsolute));

        failure.Option.Should().Be("BaseAddress");
        failure.Message.Should().Contain(reported).And.NotContain("pw");
    }

    [Fact]
    public void Limits_must_make_sense()
    {
        Refused(options => options.MaxResponseBytes = 0).Option.Should().Be("MaxResponseBytes");
        Refused(options => options.MaxResponseBytes = int.MaxValue).Option.Should().Be("MaxResponseBytes");
        Refused(options => options.Timeout = TimeSpan.Zero).Option.Should().Be("Timeout");
        Refused(options => options.Timeout = TimeSpan.MaxValue).Option.Should().Be("Timeout");
        Refused(options => options.TimeProvider = null!).Option.Should().Be("TimeProvider");
        Refused(options => options.Catalogue = null!).Option.Should().Be("Catalogue");
        Valid(options => options.Timeout = Timeout.InfiniteTimeSpan).Validate();
    }

    [Fact]
    public void A_given_handler_must_not_follow_redirects()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();

        Refused(options => options.HttpMessageHandler = sockets).Message.Should().Contain("AllowAutoRedirect");
        Refused(options => options.HttpMessageHandler = client).Message.Should().Contain("AllowAutoRedirect");
        Refused(options => options.HttpMessageHandler = new Passing(new Passing(sockets))).Message.Should().Contain("AllowAutoRedirect");
        Valid(options => options.HttpMessageHandler = new Passing(new SocketsHttpHandler { AllowAutoRedirect = false })).Validate();
    }

    [Fact]
    public void A_client_and_a_handler_cannot_both_be_given() =>
        Refused(options => (options.HttpClient, options.HttpMessageHandler) = (new HttpClient(), new SocketsHttpHandler { AllowAutoRedirect = false }))
            .Message.Should().Contain("not both");

    [Fact]
    public void Options_never_show_the_key()
    {
        KlaviyoOptions options = Valid(_ => { });

        options.ToString().Should().Be("Klaviyo revision 2026-07-15 at a.klaviyo.com");
        typeof(KlaviyoOptions).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.Should().Be("{ToString(),nq}");
        typeof(KlaviyoOptions)
            .GetProperty(nameof(KlaviyoOptions.ApiKey))!
            .GetCustomAttribute<DebuggerBrowsableAttribute>()!.State.Should()
            .Be(DebuggerBrowsableState.Never);
    }

    private static KlaviyoOptions Valid(Action<KlaviyoOptions> change)
    {
        var options = new KlaviyoOptions { ApiKey = Runs.Key };
        change(options);
        return options;
    }

    private static KlaviyoConfigurationException Refused(Action<KlaviyoOptions> change) =>
        FluentActions.Invoking(() => Valid(change).Validate()).Should().ThrowExactly<KlaviyoConfigurationException>().Which;

    private sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);
}
