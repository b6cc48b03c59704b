using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>A class with a member of every kind that can be mapped.</summary>
[KlaviyoResource("sample", "/api/samples", MaximumPageSize = 1000)]
public sealed class Sample
{
    private const KlaviyoFilterOperators Equality = KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any;
    private const KlaviyoFilterOperators Ordered = Equality | KlaviyoFilterOperators.Order;

    public enum Status
    {
        Draft,
        DoubleOptIn,

        [JsonStringEnumMemberName("Sent!")]
        Sent,

        [WireName("CANCELLED")]
        Cancelled,
    }

    [JsonConverter(typeof(JsonNumberEnumConverter<Rank>))]
    public enum Rank
    {
        Low = 1,
        Middle = 5,
        High = 9,
    }

    public sealed record Place(string City, DateTime Since, Status State);

    [Filterable(Equality)]
    public int Id { get; private set; }

    [Filterable(KlaviyoFilterOperators.All), Sortable]
    public string? Text { get; init; }

    [Filterable(KlaviyoFilterOperators.Equals)]
    public bool Flag { get; init; }

    [Filterable(KlaviyoFilterOperators.Equals)]
    public bool? MaybeFlag { get; init; }

    [Filterable(Ordered), Sortable]
    public byte Small { get; init; }

    [Filterable(Ordered), Sortable]
    public int Whole { get; init; }

    [Filterable(Ordered), Sortable]
    public int? MaybeWhole { get; init; }

    [Filterable(Ordered), Sortable]
    public ulong Large { get; init; }

    [Filterable(Ordered), Sortable]
    public double Real { get; init; }

    [Filterable(Ordered), Sortable]
    public decimal Exact { get; init; }

    [Filterable(Ordered), Sortable]
    public DateTimeOffset Moment { get; init; }

    [Filterable(Ordered), Sortable]
    public DateTime Utc { get; init; }

    [Filterable(Ordered), Sortable]
    public DateTime? MaybeUtc { get; init; }

    [Filterable(Ordered), Sortable]
    public DateOnly Day { get; init; }

    [Filterable(Ordered), Sortable]
    public DateOnly? MaybeDay { get; init; }

    [Filterable(Equality), Sortable]
    public Guid Key { get; init; }

    [Filterable(Equality), Sortable]
    public Status State { get; init; }

    [Filterable(Equality), Sortable]
    public Status? MaybeState { get; init; }

    [Filterable(Ordered), Sortable]
    public Rank Grade { get; init; }

    [Filterable(Equality), Sortable]
    public JobStatus Job { get; init; }

    [Filterable(Equality)]
    public KlaviyoValue Scalar { get; init; }

    public float Short { get; init; }

    public JsonElement Any { get; init; }

    public KlaviyoMap? Properties { get; init; }

    public Place? Where { get; init; }

    public IReadOnlyList<Status>? States { get; init; }

    public HashSet<int>? Numbers { get; init; }

    public DateTime[]? Moments { get; init; }

    /// <summary>The sample of a number, and its JSON.</summary>
    internal static (Sample Object, string Json) Of(int n)
    {
        bool isOdd = n % 2 == 1;
        DateTime utc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(n % 7 * 7);
        var day = new DateOnly(2026, 2, 1 + (n % 5));
        var key = new Guid(n % 11, 0xABC, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        (Status state, string name) = (n % 4) switch
        {
            0 => (Status.Draft, "draft"),
            1 => (Status.DoubleOptIn, "double_opt_in"),
            2 => (Status.Sent, "Sent!"),
            _ => (Status.Cancelled, "CANCELLED"),
        };
        Rank grade = (n % 3) switch { 0 => Rank.Low, 1 => Rank.Middle, _ => Rank.High };
        KlaviyoValue scalar = (n % 5) switch { 0 => "1", 1 => 1, 2 => 1.5, 3 => true, _ => default };
        string scalarJson = (n % 5) switch { 0 => "\"1\"", 1 => "1", 2 => "1.5", 3 => "true", _ => "null" };
        var sample = new Sample
        {
            Id = n,
            Text = isOdd ? $"text {n % 6}" : null,
            Flag = isOdd,
            MaybeFlag = n % 3 == 0 ? null : isOdd,
            Small = (byte)(n % 9),
            Whole = (n % 13) - 6,
            MaybeWhole = n % 4 == 0 ? null : n % 13,
            Large = ulong.MaxValue - (ulong)(n % 3 * 1_000_000),
            Real = (n % 8) + 0.25,
            Exact = (n % 8) + 0.10m,
            Moment = new DateTimeOffset(utc),
            Utc = utc,
            MaybeUtc = isOdd ? utc : null,
            Day = day,
            MaybeDay = isOdd ? day : null,
            Key = key,
            State = state,
            MaybeState = isOdd ? state : null,
            Grade = grade,
            Job = isOdd ? JobStatus.Complete : new JobStatus("newer"),
            Scalar = scalar,
            Short = (n % 8) + 0.5f,
            Any = JsonDocument.Parse($"[{n % 3}]").RootElement,
            Properties = new KlaviyoMap(new Dictionary<string, object?> { ["n"] = n % 3 }),
            Where = new Place("Zürich", utc, state),
            States = [state, Status.Draft],
            Numbers = [n % 3, 7],
            Moments = [utc],
        };
        string moment = JsonSerializer.Serialize(new DateTimeOffset(utc).ToOffset(TimeSpan.FromHours(isOdd ? 5.5 : 0)));
        string json = FormattableString.Invariant($$"""
            {"type":"sample","id":"{{n}}","attributes":{"text":{{(isOdd ? $"\"text {n % 6}\"" : "null")}},"flag":{{Json(isOdd)}},"maybe_flag":{{(n % 3 == 0 ? "null" : Json(isOdd))}},
            "small":{{n % 9}},"whole":{{(n % 13) - 6}},"maybe_whole":{{(n % 4 == 0 ? "null" : $"{n % 13}")}},"large":{{sample.Large}},"real":{{sample.Real}},"exact":{{sample.Exact}},
            "moment":{{moment}},"utc":{{moment}},"maybe_utc":{{(isOdd ? moment : "null")}},"day":"{{day:yyyy-MM-dd}}","maybe_day":{{(isOdd ? FormattableString.Invariant($"\"{day:yyyy-MM-dd}\"") : "null")}},
            "key":"{{key:D}}","state":"{{name}}","maybe_state":{{(isOdd ? $"\"{name}\"" : "null")}},"grade":{{(int)grade}},"job":"{{(isOdd ? "complete" : "newer")}}",
            "scalar":{{scalarJson}},"short":{{(n % 8) + 0.5}},"any":[{{n % 3}}],"properties":{"n":{{n % 3}} },
            "where":{"city":"Zürich","since":{{moment}},"state":"{{name}}"},"states":["{{name}}","draft"],"numbers":[{{n % 3}},7],"moments":[{{moment}}] } }
            """);
        return (sample, json);
    }

    private static string Json(bool flag) => flag ? "true" : "false";
}
