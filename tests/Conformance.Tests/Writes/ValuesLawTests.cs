using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using KlaviyoLinq.Conformance.Tests.Node;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>
/// Law: whatever a command that was sent ends with, neither its exception nor the log nor the spans hold the key or a value that was sent, unless the program
/// asked for it.
/// </summary>
public sealed class ValuesLawTests
{
    private const string Key = "pk_tests";

    /// <summary>The values of the cases that are personal data: identifiers of people, texts and properties.</summary>
    private static readonly string[] _personal =
        ["email", "phone_number", "external_id", "first_name", "last_name", "body", "properties", "record", "token", "author"];

    /// <summary>The failures, each with an answer that repeats the body wherever an error has a sentence.</summary>
    private static readonly Dictionary<string, Func<EmulatorFaultRoute, string, EmulatorFault>> _failures = new()
    {
        ["400 with pointers"] = (route, echo) => route.Body(Error(400, "invalid", echo), status: 400),
        ["409"] = (route, echo) => route.Body(Error(409, "duplicate_profile", echo), status: 409),
        ["429"] = (route, echo) => route.Body(Error(429, "throttled", echo), status: 429),
        ["500"] = (route, echo) => route.Body(Error(500, "error", echo), status: 500),
        ["cut"] = (route, _) => route.Truncate(afterBytes: 5),
        ["lost"] = (route, _) => route.LoseAnswer(),
        ["not a document"] = (route, echo) => route.Body(echo, status: 200),
        ["disposed"] = (route, _) => route.Stall(),
    };

    /// <summary>Names of types, which every stack trace shows.</summary>
    private static readonly string[] _types = ["boolean", "string"];

    public static TheoryData<string> Failures => [.. _failures.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public Task No_value_of_a_command_is_shown_when_it_fails(string failure) => Judge(failure, sampled: false);

    [DocumentTheory]
    [MemberData(nameof(Failures))]
    public Task No_value_of_a_command_with_a_resource_of_the_document_is_shown_when_it_fails(string failure) => Judge(failure, sampled: true);

    [Fact]
    public async Task The_values_are_shown_where_the_program_asks_for_them()
    {
        Shown shown = await ShowAsync(WriteCases.Of("create_or_update_profile"), "400 with pointers", showsValues: true);

        shown.Values.Should().NotBeEmpty();
        shown.Values.Should().Contain(value => shown.Texts.Any(text => text.Contains(value, StringComparison.Ordinal)));
        shown.Texts.Should().NotContain(text => text.Contains(Key, StringComparison.Ordinal));
    }

    private static async Task Judge(string failure, bool sampled)
    {
        ConcurrentBag<string> offences = [];
        int values = 0;
        IEnumerable<WriteCase> cases = WriteCases.All.Where(@case => @case.IsSampled == sampled);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (@case, _) =>
        {
            Shown shown = await ShowAsync(@case, failure, showsValues: false);
            Interlocked.Add(ref values, shown.Values.Count);
            foreach (string value in WriteCases.Facts(@case.Operation).IsClient ? shown.Values : [.. shown.Values, Key])
                if (shown.Texts.FirstOrDefault(text => text.Contains(value, StringComparison.OrdinalIgnoreCase)) is { } text)
                    offences.Add($"{@case.Operation}, {failure}: '{value}' in {text}");
        });

        offences.Order(StringComparer.Ordinal).Should().BeEmpty();
        (values > 0).Should().BeTrue("there are values to look for");
    }

    private static async Task<Shown> ShowAsync(WriteCase @case, string failure, bool showsValues)
    {
        using Texts texts = new();
        await using WriteWorld world = await WriteWorld.StartAsync(options =>
        {
            (options.LoggerFactory, options.EnableSensitiveDataLogging, options.Retry.MaxRetries) = (texts, showsValues, 1);
            options.Writes.Grace = TimeSpan.Zero;
        });
        texts.Port = world.Emulator.BaseAddress.Port;

        // First to learn the body, on another account, so that the answers can repeat it.
        string[] sent;
        string body;
        await using (WriteWorld before = await WriteWorld.StartAsync())
        {
            await Record.ExceptionAsync(() => @case.RunAsync(before));
            SentRequest? request = before.Sent.All.LastOrDefault(request => request.Method != "GET");
            body = request?.Body ?? "";
            IEnumerable<string> values = body.StartsWith('{') ? Personal(JsonElement.Parse(body), isPersonal: false) : [];
            sent = [.. values.Where(value => value.Length >= 4 && !@case.Operation.Contains(value) && !_types.Contains(value)).Distinct()];
        }

        EmulatorFaultRoute route = world.Emulator.Faults.On(WriteCases.Facts(@case.Operation).ToString());
        using EmulatorFault fault = _failures[failure](route, $"{Key} {string.Join(" ", sent)}");
        Task running = @case.RunAsync(world);

        // Dispose is the cancellation that needs no token: both take the same way.
        if (failure == "disposed")
        {
            await Patience.UntilAsync(() => fault.HitCount > 0 || running.IsCompleted);
            world.Klaviyo.Dispose();
            world.Client.Dispose();
        }

        if (await Record.ExceptionAsync(() => running.InTimeAsync()) is { } exception)
            texts.Add(exception);
        return new Shown(sent, texts.All);
    }

    private static IEnumerable<string> Personal(JsonElement value, bool isPersonal) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Personal(member.Value, isPersonal || _personal.Contains(member.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Personal(item, isPersonal)),
        JsonValueKind.String when isPersonal => [value.GetString()!],
        _ => [],
    };

    private static string Error(int status, string code, string echo) => JsonSerializer.Serialize(new
    {
        errors = new[]
        {
            new
            {
                id = "E", status, code, title = $"Invalid input {echo}", detail = $"'{echo}' is not accepted: {echo}.",
                source = new { pointer = "/data/attributes/email" }, meta = new { duplicate_profile_id = "D" },
            },
        },
    });

    private sealed record Shown(IReadOnlyList<string> Values, IReadOnlyList<string> Texts);

    /// <summary>Texts that a program, a log or a collector of traces shows.</summary>
    private sealed class Texts : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> _texts = new();
        private readonly ActivityListener _listener;

        internal Texts()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "KlaviyoLinq",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (Equals(activity.GetTagItem("server.port"), Port))
                        _texts.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}");
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        internal int Port { get; set; }

        internal IReadOnlyList<string> All => [.. _texts];

        internal void Add(Exception exception)
        {
            _texts.Enqueue(exception.ToString());
            for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
                _texts.Enqueue($"{cause.Message} {string.Join(' ', cause.Data.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"))}");
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _texts.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() => _listener.Dispose();
    }
}
