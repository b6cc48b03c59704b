using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Emulator.Sqlite;

namespace KlaviyoLinq.Tool.Emulating;

/// <summary>The command <c>klq emulator</c> and its options. An unknown option or an invalid value is reported, and nothing starts.</summary>
internal static class EmulatorCommand
{
    private static readonly Option<int> Port = new("--port", "-p") { Description = "TCP port on 127.0.0.1; 0 takes a free one.", HelpName = "port" };
    private static readonly Option<int> Profiles = new("--profiles") { Description = "Number of profiles to generate.", DefaultValueFactory = _ => 1000, HelpName = "n" };
    private static readonly Option<int> Events = new("--events") { Description = "Number of events to generate.", DefaultValueFactory = _ => 5000, HelpName = "n" };
    private static readonly Option<bool> Empty = new("--empty") { Description = "Generate nothing." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the random data.", DefaultValueFactory = _ => 1, HelpName = "n" };
    private static readonly Option<bool> UndocumentedValues = new("--undocumented-values") { Description = "Also generate values that Klaviyo sends although its document does not allow them." };
    private static readonly Option<string[]> Key = new("--key") { Description = "A private key to accept, with its scopes or with all: pk_a or pk_a=profiles:read,lists:read. Without this option every pk_ key is accepted.", HelpName = "key" };
    private static readonly Option<string[]> Account = new("--account") { Description = "Another account, empty, with its key: other=pk_b.", HelpName = "name=key" };
    private static readonly Option<string> Database = new("--database") { Description = "SQLite file that keeps the data; without it the data is in memory only.", HelpName = "file" };
    private static readonly Option<string> Revision = new("--revision") { Description = "Revision of the API.", HelpName = "date" };
    private static readonly Option<FilterGrammar> Grammar = new("--grammar") { Description = "Filter language.", DefaultValueFactory = _ => FilterGrammar.Published };
    private static readonly Option<Strictness> Rules = new("--strictness") { Description = "Rules to enforce.", DefaultValueFactory = _ => Strictness.Documented };
    private static readonly Option<bool> Limits = new("--rate-limits") { Description = "Enforce the documented rate limits with 429." };
    private static readonly Option<int> Latency = new("--latency") { Description = "Delay of every answer in milliseconds.", HelpName = "ms" };
    private static readonly Option<double> Speed = new("--speed") { Description = "Speed of the clock for limits and latency, as a multiple of real time.", DefaultValueFactory = _ => 1, HelpName = "factor" };

    /// <summary>Creates the command.</summary>
    /// <param name="run">Runs an emulator with the options that were given.</param>
    internal static Command Create(Func<KlaviyoEmulatorOptions, CancellationToken, Task<int>> run)
    {
        Command command = new("emulator", "Runs a Klaviyo emulator on 127.0.0.1, which answers from generated data.")
        {
            Port, Profiles, Events, Empty, Seed, UndocumentedValues, Key, Account, Database, Revision, Grammar, Rules, Limits, Latency, Speed,
        };
        foreach (Option<int> option in new[] { Port, Profiles, Events, Latency })
            Check(option, text => int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number < 0 ? $"{option.Name} must not be negative." : null);
        Check(Speed, text => double.TryParse(text, CultureInfo.InvariantCulture, out double speed) && !(speed > 0 && double.IsFinite(speed)) ? "--speed must be positive." : null);
        Check(Key, text => text.Split('=')[0].Trim().Length == 0 ? $"'{text}' is not a key. Write pk_a or pk_a=profiles:read." : null);
        Check(Account, text => text.Split('=', 2).Any(part => part.Trim().Length == 0) ? $"'{text}' is not an account. Write name=key." : null);
        Revision.AcceptOnlyFromAmong([.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)]);
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return command;
    }

    /// <summary>Checks every value of an option by a rule, which returns what is wrong with it or null.</summary>
    private static void Check(Option option, Func<string, string?> rule) => option.Validators.Add(result =>
    {
        foreach (Token token in result.Tokens)
            if (rule(token.Value) is { } fault)
                result.AddError(fault);
    });

    private static KlaviyoEmulatorOptions Read(ParseResult parsed)
    {
        KlaviyoEmulatorOptions options = new()
        {
            Port = parsed.GetValue(Port),
            RandomSeed = parsed.GetValue(Seed),
            Data = parsed.GetValue(Empty) ? DataSize.Empty : new DataSize { Profiles = parsed.GetValue(Profiles), Events = parsed.GetValue(Events) },
            UndocumentedValues = parsed.GetValue(UndocumentedValues),
            ApiKeys = parsed.GetValue(Key) is { Length: > 0 } keys ? [.. keys.Select(ReadKey)] : null,
            Catalogue = parsed.GetValue(Revision) is { } revision ? KlaviyoCatalogue.For(revision)! : KlaviyoCatalogue.Newest,
            Grammar = parsed.GetValue(Grammar),
            Strictness = parsed.GetValue(Rules),
            RateLimits = parsed.GetValue(Limits) ? new RateLimitSettings() : null,
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
            TimeProvider = parsed.GetValue(Speed) is var speed and not 1 ? EmulatorClock.Scaled(speed) : TimeProvider.System,
        };
        if (parsed.GetValue(Database) is { } file)
            options.UseSqlite(file);
        foreach (string account in parsed.GetValue(Account) ?? [])
        {
            string[] parts = account.Split('=', 2);
            options.Accounts.Add(new EmulatorAccountOptions(parts[0]) { ApiKeys = parts.Length == 2 ? [ReadKey(parts[1])] : [] });
        }
        return options;
    }

    private static EmulatorKey ReadKey(string text)
    {
        string[] parts = text.Split('=', 2);
        return new EmulatorKey(parts[0], parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : []);
    }
}
