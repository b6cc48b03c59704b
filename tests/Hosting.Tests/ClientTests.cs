using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>The named client that requests go through.</summary>
public sealed class ClientTests
{
    private const string Secret = "jane.doe.secret";

    [Fact]
    public async Task A_redirect_is_not_followed_and_the_key_stays_where_it_is()
    {
        await using KlaviyoEmulator elsewhere = await Applications.EmulatorAsync();
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        emulator.Faults.On("GET /api/profiles").WithHeader("Location", new Uri(elsewhere.BaseAddress, "/api/profiles").AbsoluteUri).Respond(307);
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => o.PointTo(emulator)));

        await host.Services.GetRequiredService<KlaviyoContext>()
            .Awaiting(k => k.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoProtocolException>().WithMessage("*redirect*");

        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Compressed_answers_are_requested_and_read()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Compression, o.Data.Profiles) = (true, 3));
        using IHost host = Applications.Build(services => services.AddKlaviyo(o => o.PointTo(emulator)));

        (await host.Services.GetRequiredService<KlaviyoContext>().Profiles.ToListAsync()).Should().HaveCount(3);

        emulator.Requests.Should().ContainSingle().Which.Headers["Accept-Encoding"].Should().Contain("gzip");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Logs_of_every_level_hold_neither_the_key_nor_filter_values(bool withTheLoggersOfTheFactory)
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        using RecordedLogs logs = new();
        using IHost host = Applications.Build(
            services =>
            {
                KlaviyoBuilder klaviyo = services.AddKlaviyo(o => o.PointTo(emulator));
                if (withTheLoggersOfTheFactory)
                    klaviyo.HttpClient.AddDefaultLogger();
            },
            logs);
        KlaviyoContext context = host.Services.GetRequiredService<KlaviyoContext>();

        await context.Profiles.Where(p => p.Email == Secret).ToListAsync();
        await context.Awaiting(k => k.Profiles.WhereUnchecked($"nonsense({Secret})").ToListAsync()).Should().ThrowAsync<KlaviyoException>();

        emulator.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Query.Contains(Secret));
        logs.Entries.Should().Contain(entry => entry.Id == 44 && entry.Text.Contains("/api/profiles?filter="));
        logs.Entries.Any(entry => entry.Category.StartsWith("System.Net.Http.HttpClient.KlaviyoLinq", StringComparison.Ordinal))
            .Should().Be(withTheLoggersOfTheFactory);
        logs.Entries.Where(entry => entry.Text.Contains(Secret) || entry.Text.Contains(Applications.Key)).Should().BeEmpty();
    }

    [Fact]
    public async Task Handlers_of_ones_own_stand_in_the_way_of_requests()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        List<string?> passed = [];
        using IHost host = Applications.Build(
            services => services.AddKlaviyo("eu", o => o.PointTo(emulator)).HttpClient.AddHttpMessageHandler(() => new Gateway(passed)));

        await host.Services.GetRequiredKeyedService<KlaviyoContext>("eu").Profiles.ToListAsync();

        emulator.Requests.Should().ContainSingle();
        passed.Should().Equal("/api/profiles");
    }

    private sealed class Gateway(List<string?> passed) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            passed.Add(request.RequestUri?.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
