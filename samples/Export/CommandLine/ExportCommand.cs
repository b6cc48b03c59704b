using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KlaviyoLinq.Samples.Export.Resources;

namespace KlaviyoLinq.Samples.Export.CommandLine;

/// <summary>The command line. Invalid arguments are reported, and nothing is done.</summary>
internal static class ExportCommand
{
    /// <param name="run">What is done with the settings.</param>
    internal static RootCommand Of(Func<ExportSettings, CancellationToken, Task<int>> run)
    {
        RootCommand root = new("Streams the profiles or events of a Klaviyo account to CSV or Parquet. Run the same command again to go on where it was stopped, and later for what is new.");
        foreach (IExportedResource resource in ExportedResources.All)
            root.Add(Of(resource, run));
        return root;
    }

    private static Command Of(IExportedResource resource, Func<ExportSettings, CancellationToken, Task<int>> run)
    {
        Option<string> to = new("--to")
        {
            Description = "Where to: a file that ends with .csv, or a folder that ends with .parquet, for its parts.",
            Required = true,
            HelpName = "path",
        };
        Option<DateTimeOffset?> since = Moment("--since", $"Only what has its '{resource.Moment}' after this moment. A time without an offset is UTC.");
        Option<DateTimeOffset?> until = Moment("--until", $"Only what has its '{resource.Moment}' before this moment.");
        Option<string[]> columns = Columns(resource);
        Option<int?> pageSize = Positive<int?>("--page-size", "Number of rows in a request. The default is the largest page that Klaviyo permits.");
        Option<int> partRows = Positive<int>(
            "--part-rows", "Parquet: minimum number of rows in a part. They are held in memory until then, and requested again after the process is killed.");
        partRows.DefaultValueFactory = _ => 50_000;
        Option<bool> emulated = new("--emulated") { Description = "Ask an emulated account, without a key. Otherwise KLAVIYO_API_KEY is asked with." };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [var path] && Path.GetExtension(path.Value) is not (".csv" or ".parquet"))
                result.AddError($"'{path.Value}' ends with neither .csv nor .parquet.");
        });

        Command command = new(resource.Name, $"Exports {resource.Name}, the oldest first.") { to, since, until, columns, pageSize, partRows, emulated };
        command.Validators.Add(result =>
        {
            if (result.GetResult(since)?.Errors.Any() == false
                && result.GetResult(until)?.Errors.Any() == false
                && result.GetValue(since) >= result.GetValue(until))
                result.AddError("--since is not before --until: nothing lies between them.");
        });
        command.SetAction((parsed, cancellationToken) => run(
            new ExportSettings(
                resource,
                new ExportPlan(
                    resource.Name, string.Join(',', parsed.GetValue(columns)!), parsed.GetValue(since), parsed.GetValue(until), parsed.GetValue(pageSize)),
                parsed.GetValue(to)!,
                parsed.GetValue(partRows),
                parsed.GetValue(emulated)),
            cancellationToken));
        return command;
    }

    private static Option<string[]> Columns(IExportedResource resource) => new("--columns")
    {
        Description = $"Which columns, with commas between them: {string.Join(", ", resource.Columns.Select(column => column.Name))}.",
        HelpName = "a,b,c",
        DefaultValueFactory = _ => [.. resource.DefaultColumns],
        CustomParser = result =>
        {
            string[] names =
                [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            string[] unknown = [.. names.Except(resource.Columns.Select(column => column.Name))];
            if (unknown.Length > 0)
            {
                string known = string.Join(", ", resource.Columns.Select(column => column.Name));
                result.AddError($"Unknown column: {string.Join(", ", unknown)}. The columns of {resource.Name} are: {known}.");
            }
            else if (names.Length == 0 || names.Distinct().Count() < names.Length)
                result.AddError("--columns names no column, or one twice.");
            return names;
        },
    };

    private static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "date",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateTimeOffset.TryParse(
                    text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment))
                return moment;
            result.AddError($"{name}: '{text}' is not a date or a time. Write 2026-01-31, or 2026-01-31T12:00:00Z.");
            return null;
        },
    };

    private static Option<T> Positive<T>(string name, string description)
    {
        Option<T> option = new(name) { Description = description, HelpName = "n" };
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
                if (int.TryParse(token.Value, CultureInfo.InvariantCulture, out int number) && number < 1)
                    result.AddError($"{name} is at least 1.");
        });
        return option;
    }
}
