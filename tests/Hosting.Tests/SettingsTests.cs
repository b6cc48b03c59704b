using KlaviyoLinq.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Settings come from the configuration, and what is wrong with them stops the host and is named.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_of_a_section_reaches_the_options_and_nothing_else_is_touched()
    {
        using IHost host = FromSettings(
            ("Klaviyo:ApiKey", Applications.Key),
            ("Klaviyo:BaseAddress", "https://proxy.example/klaviyo"),
            ("klaviyo:revision", "2025-07-15"),
            ("Klaviyo:Timeout", "00:00:20"),
            ("Klaviyo:TotalTimeout", "infinite"),
            ("Klaviyo:Prefetch", "true"),
            ("Klaviyo:MaxResponseBytes", "1000000"),
            ("Klaviyo:Grammar", "overview2022"),
            ("Klaviyo:Retry:MaxRetries", "2"),
            ("Klaviyo:Retry:BudgetSize", ""),
            ("Klaviyo:Retry:BudgetPerPage", "0.25"),
            ("Klaviyo:Writes:Grace", "00:00:02"));

        KlaviyoOptions options = host.Services.GetRequiredService<IOptions<KlaviyoOptions>>().Value;

        options.Should().BeEquivalentTo(
            new
            {
                ApiKey = Applications.Key,
                BaseAddress = new Uri("https://proxy.example/klaviyo"),
                Revision = "2025-07-15",
                Catalogue = new { Revision = "2025-07-15" },
                Timeout = TimeSpan.FromSeconds(20),
                TotalTimeout = Timeout.InfiniteTimeSpan,
                Prefetch = true,
                MaxResponseBytes = 1_000_000,
                Grammar = FilterGrammar.Overview2022,
                AllowSynchronousQueries = false,
                Writes = new { Grace = TimeSpan.FromSeconds(2) },
                Retry = new { MaxRetries = 2, BudgetSize = (int?)null, BudgetPerPage = 0.25, new KlaviyoRetryOptions().BaseDelay },
            });
    }

    [Theory]
    [InlineData("Klaviyo:ApiKey", "", "Klaviyo:ApiKey: The API key is missing.")]
    [InlineData("Klaviyo:ApiKey", "ABC123", "Klaviyo:ApiKey: Not a private API key")]
    [InlineData("Klaviyo:ApiKye", "x", "Klaviyo:ApiKye: unknown setting. Valid settings of Klaviyo are: AllowSynchronousQueries, ApiKey,")]
    [InlineData("Klaviyo:Timeout", "soon", "Klaviyo:Timeout: 'soon' cannot be read. Write a time as hours, minutes and seconds")]
    [InlineData("Klaviyo:Timeout", "-00:00:05", "Klaviyo:Timeout: The time for one attempt must be positive")]
    [InlineData("Klaviyo:Timeout:Seconds", "5", "Klaviyo:Timeout: this is one value, not a section.")]
    [InlineData("Klaviyo:Prefetch", "", "Klaviyo:Prefetch: the value is empty. Write true or false.")]
    [InlineData("Klaviyo:Grammar", "7", "Klaviyo:Grammar: '7' cannot be read. Write one of: Published, Overview2022.")]
    [InlineData("Klaviyo:BaseAddress", "http://example.com", "Klaviyo:BaseAddress: The base address must use https")]
    [InlineData("Klaviyo:Retry:MaxRetries", "-1", "Klaviyo:Retry:MaxRetries: The number of retries must be between 0")]
    [InlineData("Klaviyo:Writes:Grace", "-00:00:05", "Klaviyo:Writes:Grace: The grace must be between zero and one day")]
    [InlineData("Klaviyo:Retry:Attempts", "3", "Klaviyo:Retry:Attempts: unknown setting. Valid settings of Klaviyo:Retry are: BaseDelay,")]
    public async Task A_setting_that_cannot_be_right_stops_the_host_and_is_named_by_its_path(string path, string value, string message)
    {
        using IHost host = FromSettings(("Klaviyo:ApiKey", Applications.Key), (path, value));

        OptionsValidationException failure = (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        failure.Message.Should().StartWith(message);
        failure.ToString().Should().NotContain(Applications.Key);
    }

    [Fact]
    public async Task All_settings_that_cannot_be_read_are_named_at_once()
    {
        using IHost host = FromSettings(("Klaviyo:ApiKey", Applications.Key), ("Klaviyo:Timeout", "soon"), ("Klaviyo:Prefecth", "true"));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .Which.Failures.Select(failure => failure.Split(": ")[0]).Should().BeEquivalentTo("Klaviyo:Timeout", "Klaviyo:Prefecth");
    }

    [Fact]
    public async Task Each_account_has_a_section_of_its_own()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "pk_eu");
        using IHost host = Applications.Build(
            (services, configuration) =>
            {
                services.AddKlaviyo("eu", configuration, o => o.BaseAddress = emulator.BaseAddress);
                services.AddKlaviyo("us", configuration.GetSection("Elsewhere"));
            },
            [new("Klaviyo:eu:ApiKey", "pk_eu"), new("Elsewhere:ApiKey", "wrong")]);

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().StartWith("Elsewhere:ApiKey: ");
        (await host.Services.GetRequiredKeyedService<KlaviyoContext>("eu").Profiles.ToListAsync()).Should().HaveCount(3);
        emulator.Requests.Should().ContainSingle().Which.Status.Should().Be(200);
    }

    [Fact]
    public async Task The_section_of_a_named_account_does_not_set_the_unnamed_account()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, Applications.Key, "pk_eu");
        using IHost host = Applications.Build(
            (services, configuration) =>
            {
                services.AddKlaviyo(configuration, o => o.BaseAddress = emulator.BaseAddress);
                services.AddKlaviyo("eu", configuration, o => o.BaseAddress = emulator.BaseAddress);
            },
            [new("Klaviyo:ApiKey", Applications.Key), new("Klaviyo:eu:ApiKey", "pk_eu")]);

        await host.StartAsync();

        (await host.Services.GetRequiredService<KlaviyoContext>().Profiles.ToListAsync()).Should().HaveCount(3);
        (await host.Services.GetRequiredKeyedService<KlaviyoContext>("eu").Profiles.ToListAsync()).Should().HaveCount(3);
        emulator.Requests.Select(request => request.Headers["Authorization"]).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public async Task A_section_that_belongs_to_no_account_is_a_setting_that_is_not_there()
    {
        using IHost host = FromSettings(("Klaviyo:ApiKey", Applications.Key), ("Klaviyo:eu:ApiKey", "pk_eu"));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should()
            .StartWith("Klaviyo:eu: unknown setting.");
    }

    [Fact]
    public async Task Options_that_come_from_code_are_named_with_their_account()
    {
        using IHost host = Applications.Build(services => services.AddKlaviyo("eu", o => o.ApiKey = ""));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should()
            .StartWith("KlaviyoOptions.ApiKey of the account 'eu': The API key is missing.");
    }

    private static IHost FromSettings(params (string Path, string Value)[] settings) => Applications.Build(
        (services, configuration) => services.AddKlaviyo(configuration),
        settings.GroupBy(setting => setting.Path).Select(group => KeyValuePair.Create<string, string?>(group.Key, group.Last().Value)));
}
