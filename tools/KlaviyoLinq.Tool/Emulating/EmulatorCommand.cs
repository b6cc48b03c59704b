using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Emulator.Sqlite;

namespace KlaviyoLinq.Tool.Emulating;

/// <summary>The command <c>klq emulator</c> and its options. An unknown option or an invalid value is reported, and nothing starts.</summary>
internal static class EmulatorCommand
{
    private const int LifetimeOfJobs = 7 * 24 * 60 * 60;

    private static readonly Option<int> _port = new("--port", "-p") { Description = "TCP port on 127.0.0.1; 0 takes a free one.", HelpName = "port" };
    private static readonly Option<int> _profiles = new("--profiles")
    {
        Description = "Number of profiles to generate.",
        DefaultValueFactory = _ => 1000,
        HelpName = "n",
    };
    private static readonly Option<int> _events = new("--events")
    {
        Description = "Number of events to generate.",
        DefaultValueFactory = _ => 5000,
        HelpName = "n",
    };
    private static readonly Option<bool> _empty = new("--empty") { Description = "Generate nothing." };
    private static readonly Option<int> _seed = new("--seed") { Description = "Seed of the random data.", DefaultValueFactory = _ => 1, HelpName = "n" };
    private static readonly Option<bool> _undocumentedValues = new("--undocumented-values")
    {
        Description = "Also generate values that Klaviyo sends although its document does not allow them.",
    };
    private static readonly Option<string[]> _key = new("--key")
    {
        Description =
            "A private key to accept, with its scopes or with all: pk_a or pk_a=profiles:read,lists:read. Without this option every pk_ key is accepted.",
        HelpName = "key",
    };
    private static readonly Option<string[]> _account = new("--account")
    {
        Description = "Another account, empty, with its key: other=pk_b.",
        HelpName = "name=key",
    };
    private static readonly Option<string> _database = new("--database")
    {
        Description = "SQLite file that keeps the data; without it the data is in memory only.",
        HelpName = "file",
    };
    private static readonly Option<string> _revision = new("--revision") { Description = "Revision of the API.", HelpName = "date" };
    private static readonly Option<FilterGrammar> _grammar = new("--grammar")
    {
        Description = "Filter language.",
        DefaultValueFactory = _ => FilterGrammar.Published,
    };
    private static readonly Option<Strictness> _rules = new("--strictness")
    {
        Description = "Rules to enforce.",
        DefaultValueFactory = _ => Strictness.Documented,
    };
    private static readonly Option<bool> _limits = new("--rate-limits") { Description = "Enforce the documented rate limits with 429." };
    private static readonly Option<int> _latency = new("--latency") { Description = "Delay of every answer in milliseconds.", HelpName = "ms" };
    private static readonly Option<double> _processingTime = new("--processing-time")
    {
        Description = "Seconds between the acceptance of asynchronous work, such as a job, and its end.",
        HelpName = "seconds",
    };
    private static readonly Option<double> _speed = new("--speed")
    {
        Description = "Speed of the clock for limits and latency, as a multiple of real time.",
        DefaultValueFactory = _ => 1,
        HelpName = "factor",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="run">Runs an emulator with the options that were given.</param>
    internal static Command Create(Func<KlaviyoEmulatorOptions, CancellationToken, Task<int>> run)
    {
        Command command = new("emulator", "Runs a Klaviyo emulator on 127.0.0.1, which answers from generated data.")
        {
            _port, _profiles, _events, _empty, _seed, _undocumentedValues, _key, _account, _database, _revision, _grammar, _rules, _limits,
            _latency, _processingTime, _speed,
        };
        foreach (Option<int> option in new[] { _port, _profiles, _events, _latency })
            Check(
                option, text => int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number < 0 ? $"{option.Name} must not be negative." : null);
        Check(
            _processingTime,
            text =>
                double.TryParse(text, CultureInfo.InvariantCulture, out double seconds) && !(seconds >= 0 && seconds < LifetimeOfJobs)
                    ? "--processing-time must not be negative, and must be less than the 7 days after which jobs expire."
                    : null);
        Check(
            _speed,
            text =>
                double.TryParse(text, CultureInfo.InvariantCulture, out double speed) && !(speed > 0 && double.IsFinite(speed))
                    ? "--speed must be positive."
                    : null);
        Check(_key, text => text.Split('=')[0].Trim().Length == 0 ? $"'{text}' is not a key. Write pk_a or pk_a=profiles:read." : null);
        Check(_account, text => text.Split('=', 2).Any(part => part.Trim().Length == 0) ? $"'{text}' is not an account. Write name=key." : null);
        _revision.AcceptOnlyFromAmong([.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)]);
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
            Port = parsed.GetValue(_port),
            RandomSeed = parsed.GetValue(_seed),
            Data = parsed.GetValue(_empty) ? DataSize.Empty : new DataSize { Profiles = parsed.GetValue(_profiles), Events = parsed.GetValue(_events) },
            UndocumentedValues = parsed.GetValue(_undocumentedValues),
            ApiKeys = parsed.GetValue(_key) is { Length: > 0 } keys ? [.. keys.Select(ReadKey)] : null,
            Catalogue = parsed.GetValue(_revision) is { } revision ? KlaviyoCatalogue.For(revision)! : KlaviyoCatalogue.Newest,
            Grammar = parsed.GetValue(_grammar),
            Strictness = parsed.GetValue(_rules),
            RateLimits = parsed.GetValue(_limits) ? new RateLimitSettings() : null,
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(_latency)),
            ProcessingTime = TimeSpan.FromSeconds(parsed.GetValue(_processingTime)),
            TimeProvider = parsed.GetValue(_speed) is var speed and not 1 ? EmulatorClock.Scaled(speed) : TimeProvider.System,
        };
        if (parsed.GetValue(_database) is { } file)
            options.UseSqlite(file);
        foreach (string account in parsed.GetValue(_account) ?? [])
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
