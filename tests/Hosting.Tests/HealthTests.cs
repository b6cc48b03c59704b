using KlaviyoLinq.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Tests of an account's health check.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task An_account_that_answers_is_healthy_and_received_a_single_request()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();

        HealthReport report = await CheckAsync(emulator);

        report.Status.Should().Be(HealthStatus.Healthy);
        report.Entries.Should()
            .ContainKey("klaviyo:eu").WhoseValue.Description.Should().Contain(emulator.Resources("account").Single().GetProperty("id").GetString());
        emulator.Requests.Should().ContainSingle().Which.Path.Should().Be("/api/accounts");
    }

    [Fact]
    public async Task A_rate_limit_that_is_used_up_is_degraded()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        emulator.Faults.On("GET /api/accounts").Respond(429, TimeSpan.FromSeconds(7));

        HealthReport report = await CheckAsync(emulator);

        report.Status.Should().Be(HealthStatus.Degraded);
        report.Entries["klaviyo:eu"].Description.Should().StartWith("Klaviyo's rate limit for the account is used up:");
    }

    [Fact]
    public async Task A_key_that_is_refused_is_unhealthy_with_the_reason_and_without_the_key()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(3, "pk_another");

        HealthReportEntry entry = (await CheckAsync(emulator)).Entries["klaviyo:eu"];

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Contain("Check KlaviyoOptions.ApiKey").And.NotContain(Applications.Key);
        entry.Exception.Should().BeNull();
    }

    [Fact]
    public async Task An_unreachable_server_has_the_configured_status()
    {
        KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        await emulator.DisposeAsync();

        HealthReportEntry entry = (await CheckAsync(emulator, HealthStatus.Degraded)).Entries["klaviyo:eu"];

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Description.Should().Contain("No connection to 127.0.0.1");
    }

    [Fact]
    public async Task The_account_of_a_context_class_is_checked_under_its_name()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        using IHost host = Applications.Build(services =>
        {
            services.AddSingleton(new Greeting("hello"));
            services.AddKlaviyo<ShopContext>(o => o.PointTo(emulator));
            services.AddHealthChecks().AddKlaviyo<ShopContext>();
        });

        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Should()
            .ContainKey("klaviyo:ShopContext").WhoseValue.Status.Should().Be(HealthStatus.Healthy);
    }

    private static async Task<HealthReport> CheckAsync(KlaviyoEmulator emulator, HealthStatus? failureStatus = null)
    {
        using IHost host = Applications.Build(services =>
        {
            services.AddKlaviyo("eu", o => o.PointTo(emulator));
            services.AddHealthChecks().AddKlaviyo("eu", failureStatus: failureStatus);
        });
        return await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
