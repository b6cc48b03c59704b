using System.Globalization;
using KlaviyoLinq.Samples.Export.Files;
using Spectre.Console;

namespace KlaviyoLinq.Samples.Export.Reporting;

/// <summary>Shows the progress of an export.</summary>
internal static class ProgressView
{
    /// <summary>The error stream, so that the output stays free. Where it is not a terminal, a line is written now and then.</summary>
    internal static IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    /// <param name="console">Where it is shown.</param>
    /// <param name="coverage">How much is done.</param>
    /// <param name="run">The export; it is passed the callback for each page.</param>
    internal static Task ShowAsync(IAnsiConsole console, Coverage coverage, Func<Action<ExportState>, Task> run) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new TimeLeftColumn(coverage))
            .StartAsync(async view =>
            {
                ProgressTask task = view.AddTask("asking …", maxValue: 1);
                await run(state =>
                {
                    task.Value = coverage.Done;
                    task.Description = string.Create(
                        CultureInfo.InvariantCulture, $"{state.Rows:N0} {state.Plan.Resource}, up to {state.Last:yyyy-MM-dd HH:mm}");
                    view.Refresh();
                });
                task.Value = 1;
            });
}
