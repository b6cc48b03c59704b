using System.Globalization;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Samples.Export.CommandLine;
using KlaviyoLinq.Samples.Export.Files;
using KlaviyoLinq.Samples.Export.Reporting;

namespace KlaviyoLinq.Samples.Export;

/// <summary>Page after page from the account to the file.</summary>
internal static class Exporter
{
    private const int Succeeded = 0;
    private const int Failed = 1;
    private const int Stopped = 130;

    internal static async Task<int> RunAsync(ExportSettings settings, CancellationToken stop)
    {
        try
        {
            await using SourceAccount account = await SourceAccount.OpenAsync(settings.IsEmulated);
            await using IExportFile file = settings.IsParquet
                ? await ParquetFolder.OpenAsync(settings.To, settings.Plan, settings.Columns, settings.PartRows)
                : CsvFile.Open(settings.To, settings.Plan);
            long before = file.State.Rows;
            try
            {
                await ExportAsync(settings, account.Klaviyo, file, stop);
            }
            finally
            {
                await file.SaveAsync(); // What came before a failure has come.
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.State.Rows - before:N0} {settings.Resource.Name} written to {settings.To}; {file.State.Rows:N0} in all."));
            return Succeeded;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. The same command goes on from here.");
            return Stopped;
        }
        catch (Exception failure) when (
            failure is ExportException or KlaviyoException or KlaviyoConfigurationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
    }

    private static Task ExportAsync(ExportSettings settings, KlaviyoContext klaviyo, IExportFile file, CancellationToken stop)
    {
        Coverage coverage = new(settings.Plan.Since, settings.Plan.Until ?? TimeProvider.System.GetUtcNow(), TimeProvider.System);
        coverage.Resume(file.State.First, file.State.Last);
        return ProgressView.ShowAsync(ProgressView.Console, coverage, async show =>
        {
            await foreach (KlaviyoPage<object?[]> page in settings.Resource.Pages(klaviyo, settings.Plan, file.State.Checkpoint).WithCancellation(stop))
            {
                await file.AppendAsync(page.Items, page.Checkpoint);
                coverage.Reach(file.State.First, file.State.Last);
                show(file.State);
            }

            coverage.Complete();
        });
    }
}
