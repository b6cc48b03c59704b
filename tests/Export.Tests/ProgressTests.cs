using KlaviyoLinq.Samples.Export.Files;
using KlaviyoLinq.Samples.Export.Reporting;
using KlaviyoLinq.Samples.Export.Resources;
using Spectre.Console;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Tests of the progress shown at a terminal.</summary>
public sealed class ProgressTests
{
    private static readonly DateTimeOffset _from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_bar_shows_rows_percentage_and_remaining_time()
    {
        using StringWriter screen = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(screen),
        });
        HandClock clock = new();
        Coverage coverage = new(_from, _from.AddDays(100), clock);
        string midway = "";

        await ProgressView.ShowAsync(console, coverage, show =>
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            coverage.Reach(_from.AddDays(1), _from.AddDays(20));
            show(new ExportState(new ExportPlan("profiles", "id", _from, null, null), Rows: 12_345, Last: _from.AddDays(20)));
            midway = screen.ToString();
            coverage.Complete();
            return Task.CompletedTask;
        });

        midway.Should().Contain("12,345 profiles, up to 2026-01-21 00:00").And.Contain("20%").And.Contain("00:20:00 left");
        screen.ToString().Should().Contain("100%");
    }
}
