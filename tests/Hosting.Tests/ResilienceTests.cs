using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Extensions.Http;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Applications whose HTTP clients all retry, as service defaults set them up: the library's attempts stay the only ones.</summary>
public sealed class ResilienceTests
{
    [Theory]
    [InlineData("standard")]
    [InlineData("hedging")]
    [InlineData("policy")]
    public async Task Retries_of_the_application_s_client_defaults_do_not_multiply_the_library_s(string defaults)
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(profiles: 30);
        emulator.Faults.On("GET /api/profiles").When(request => request.Query.Contains("cursor", StringComparison.Ordinal)).Respond(503);
        using IHost host = Applications.Build(services =>
        {
            services.ConfigureHttpClientDefaults(http => AddTo(http, defaults));
            services.AddKlaviyo(o => Retry(o, emulator));
        });
        List<string> read = [];

        KlaviyoServerException failure = (
            await host.Services.GetRequiredService<KlaviyoContext>().Awaiting(k => k.Profiles.PageSize(20).ForEachAsync(p => read.Add(p.Id)))
            .Should().ThrowAsync<KlaviyoServerException>()).Which;

        read.Should().HaveCount(20);
        failure.Attempts.Should().Be(3);
        failure.Checkpoint.Should().NotBeNull();
        emulator.Requests.Should().HaveCount(1 + 3);
    }

    [Fact]
    public async Task A_timeout_of_the_client_defaults_does_not_end_a_slow_page()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        emulator.Faults.On("GET /api/profiles").Delay(TimeSpan.FromMilliseconds(400));
        using IHost host = Applications.Build(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddResilienceHandler("short", pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(50))));
            services.AddKlaviyo(o => o.PointTo(emulator));
        });

        (await host.Services.GetRequiredService<KlaviyoContext>().Profiles.ToListAsync()).Should().HaveCount(3);

        emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_pipeline_that_the_application_adds_to_the_client_stays_and_what_it_rejects_is_a_typed_failure_with_a_checkpoint()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(profiles: 30);
        emulator.Faults.On("GET /api/profiles").When(request => request.Query.Contains("cursor", StringComparison.Ordinal)).Delay(TimeSpan.FromSeconds(30));
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => Retry(o, emulator)).HttpClient
            .AddResilienceHandler(
                "own",
                pipeline =>
                    pipeline.AddTimeout(
                        new HttpTimeoutStrategyOptions { TimeoutGenerator = call => ValueTask.FromResult(PatienceWith(call.Context.GetRequestMessage())) })));
        List<string> read = [];

        KlaviyoTransportException failure = (
            await host.Services.GetRequiredService<KlaviyoContext>().Awaiting(k => k.Profiles.PageSize(20).ForEachAsync(p => read.Add(p.Id)))
            .Should().ThrowAsync<KlaviyoTransportException>()).Which;

        read.Should().HaveCount(20);
        (failure.Attempts, failure.Page, failure.Operation).Should().Be((3, 2, "get_profiles"));
        failure.Checkpoint.Should().NotBeNull();
        failure.InnerException!.GetType().FullName.Should().Be("Polly.Timeout.TimeoutRejectedException");
    }

    private static TimeSpan PatienceWith(HttpRequestMessage? request) =>
        request!.RequestUri!.Query.Contains("cursor", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(20) : Timeout.InfiniteTimeSpan;

    private static void AddTo(IHttpClientBuilder http, string defaults)
    {
        if (defaults == "standard")
            http.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        else if (defaults == "hedging")
            http.AddStandardHedgingHandler();
        else
            http.AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3));
    }

    private static void Retry(KlaviyoOptions options, KlaviyoEmulator emulator)
    {
        options.PointTo(emulator);
        (options.Retry.MaxRetries, options.Retry.BaseDelay) = (2, TimeSpan.Zero);
    }
}
