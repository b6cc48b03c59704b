using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace KlaviyoLinq.Emulator;

/// <summary>The options of the program. What is unknown or makes no sense is told, and the program does not start.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Port = new("--port", "-p") { Description = "The TCP port on 127.0.0.1; 0 takes a free one.", HelpName = "port" };
    private static readonly Option<int> Profiles = new("--profiles") { Description = "How many profiles are generated.", DefaultValueFactory = _ => 1000, HelpName = "n" };
    private static readonly Option<int> Events = new("--events") { Description = "How many events are generated.", DefaultValueFactory = _ => 5000, HelpName = "n" };
    private static readonly Option<bool> Empty = new("--empty") { Description = "Generate nothing." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Where the chance of the generated data begins.", DefaultValueFactory = _ => 1, HelpName = "n" };
    private static readonly Option<bool> Oddities = new("--oddities") { Description = "Also generate what Klaviyo sends against its own document." };
    private static readonly Option<string[]> Key = new("--key") { Description = "A private key that is let in, with its scopes or all: pk_a or pk_a=profiles:read,lists:read. Without any, every pk_ key is.", HelpName = "key" };
    private static readonly Option<string[]> Account = new("--account") { Description = "A further account, empty, with its key: other=pk_b.", HelpName = "name=key" };
    private static readonly Option<string> Database = new("--database") { Description = "The SQLite file in which the data is kept; without it all is in memory.", HelpName = "file" };
    private static readonly Option<string> Revision = new("--revision") { Description = "The revision of the API.", HelpName = "date" };
    private static readonly Option<FilterGrammar> Grammar = new("--grammar") { Description = "The filter language.", DefaultValueFactory = _ => FilterGrammar.Published };
    private static readonly Option<Strictness> Rules = new("--strictness") { Description = "Which rules are enforced.", DefaultValueFactory = _ => Strictness.Documented };
    private static readonly Option<bool> Limits = new("--rate-limits") { Description = "Count requests, and refuse those that are too many with 429." };
    private static readonly Option<int> Latency = new("--latency") { Description = "How long every answer is held back, in milliseconds.", HelpName = "ms" };
    private static readonly Option<double> Speed = new("--speed") { Description = "How many times as fast as real time the clock of limits and latencies runs.", DefaultValueFactory = _ => 1, HelpName = "factor" };

    /// <param name="run">What is done with the options.</param>
    internal static RootCommand Of(Func<KlaviyoEmulatorOptions, CancellationToken, Task<int>> run)
    {
        RootCommand command = new("A Klaviyo of your own: answers Klaviyo's GET operations on 127.0.0.1 from generated data.")
        {
            Port, Profiles, Events, Empty, Seed, Oddities, Key, Account, Database, Revision, Grammar, Rules, Limits, Latency, Speed,
        };
        foreach (Option<int> option in new[] { Port, Profiles, Events, Latency })
            Check(option, text => int.TryParse(text, out int number) && number < 0 ? $"{option.Name} is not negative." : null);
        Check(Speed, text => double.TryParse(text, CultureInfo.InvariantCulture, out double speed) && !(speed > 0 && double.IsFinite(speed)) ? "--speed is positive." : null);
        Check(Key, text => text.Split('=')[0].Trim().Length == 0 ? $"'{text}' is no key. Write pk_a or pk_a=profiles:read." : null);
        Check(Account, text => text.Split('=', 2).Any(part => part.Trim().Length == 0) ? $"'{text}' is no account. Write name=key." : null);
        Revision.AcceptOnlyFromAmong([.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)]);
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return command;
    }

    /// <summary>Holds every value against a rule that says what is wrong with it.</summary>
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
            Seed = parsed.GetValue(Seed),
            Data = parsed.GetValue(Empty) ? DataSize.Empty : new DataSize { Profiles = parsed.GetValue(Profiles), Events = parsed.GetValue(Events) },
            Oddities = parsed.GetValue(Oddities),
            ApiKeys = parsed.GetValue(Key) is { Length: > 0 } keys ? [.. keys.Select(ReadKey)] : null,
            DatabaseFile = parsed.GetValue(Database),
            Catalogue = parsed.GetValue(Revision) is { } revision ? KlaviyoCatalogue.For(revision)! : KlaviyoCatalogue.Revision20260715,
            Grammar = parsed.GetValue(Grammar),
            Strictness = parsed.GetValue(Rules),
            RateLimits = parsed.GetValue(Limits) ? new RateLimitSettings() : null,
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
            TimeProvider = parsed.GetValue(Speed) is var speed and not 1 ? EmulatorClock.Scaled(speed) : TimeProvider.System,
        };
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
