using System.CommandLine;
using KlaviyoLinq.Samples.Export;
using KlaviyoLinq.Samples.Export.CommandLine;

// Streams the profiles or events of an account to a CSV file or to Parquet. Stop it at any moment, by any means: the same command continues after what is
// safely written, so that every row is there once.
//
//   dotnet run --project samples/Export -- profiles --to profiles.csv          with KLAVIYO_API_KEY, or with --emulated
InvocationConfiguration patience = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }; // after Ctrl+C, to write what has come
return await ExportCommand.Of(Exporter.RunAsync).Parse(args).InvokeAsync(patience);
