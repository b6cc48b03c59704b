using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Snippets.Hosting;

internal static class Observing
{
    [Snippet("health")]
    internal static async Task HealthAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage, "", "eu");
        builder.Services.AddKlaviyo(builder.Configuration);
        builder.Services.AddKlaviyo("eu", builder.Configuration);
        // snippet: health
        builder.Services.AddHealthChecks().AddKlaviyo().AddKlaviyo("eu");
        // end snippet
        await using WebApplication app = builder.Build();
        HealthReport report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach ((string name, HealthReportEntry entry) in report.Entries)
            Console.WriteLine($"{name}: {entry.Status}");
    }

    [Snippet("telemetry")]
    internal static async Task TelemetryAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage);
        builder.Services.AddKlaviyo(builder.Configuration);
        // snippet: telemetry
        builder.Services.AddOpenTelemetry()
            .WithTracing(t => t.AddSource("KlaviyoLinq"))
            .WithMetrics(m => m.AddMeter("KlaviyoLinq"));
        // end snippet
        await using WebApplication app = builder.Build();
        await app.StartAsync();
        await Applications.AskAsync(app.Services);
    }
}
