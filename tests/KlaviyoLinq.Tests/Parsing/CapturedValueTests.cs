using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class CapturedValueTests(EmulatedAccount account) : QueryTests(account)
{
    private const string March = "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100";

    private static readonly DateTimeOffset _static = Since;

    private readonly DateTimeOffset _field = Since;

    private struct Span
    {
        public DateTimeOffset From;

        public DateTimeOffset? Maybe { get; set; }
    }

    private sealed class Settings
    {
        public Span Span { get; init; }

        public DateTimeOffset this[string key] => key == "from" ? Span.From : default;

        public DateTimeOffset Start() => Span.From;
    }

    private static DateTimeOffset Property { get; } = Since;

    private static DateTimeOffset Started(int days) => Since.AddDays(days);

    private Task March1(IKlaviyoQueryable<Profile> query) => Answers(query, March, Data.Profiles.Where(p => p.Created > Since));

    [Fact]
    public async Task Members_of_structs_and_of_classes_are_evaluated()
    {
        Span span = new() { From = Since, Maybe = Since };
        Settings settings = new() { Span = span };
        await March1(Klaviyo.Profiles.Where(p => p.Created > span.From));
        await March1(Klaviyo.Profiles.Where(p => p.Created > span.Maybe));
        await March1(Klaviyo.Profiles.Where(p => p.Created > span.Maybe!.Value));
        await March1(Klaviyo.Profiles.Where(p => p.Created > settings.Span.From));
        await March1(Klaviyo.Profiles.Where(p => p.Created > settings["from"]));
        await March1(Klaviyo.Profiles.Where(p => p.Created > settings.Start()));
    }

    [Fact]
    public async Task Static_members_fields_of_this_and_local_functions_are_evaluated()
    {
        DateTimeOffset Local() => Since;
        await March1(Klaviyo.Profiles.Where(p => p.Created > _static));
        await March1(Klaviyo.Profiles.Where(p => p.Created > Property));
        await March1(Klaviyo.Profiles.Where(p => p.Created > _field));
        await March1(Klaviyo.Profiles.Where(p => p.Created > this._field));
        await March1(Klaviyo.Profiles.Where(p => p.Created > Started(0)));
        Func<DateTimeOffset> local = Local;
        await March1(Klaviyo.Profiles.Where(p => p.Created > local()));
    }

    [Fact]
    public async Task Arrays_dictionaries_and_tuples_are_evaluated()
    {
        DateTimeOffset[] array = [default, Since];
        DateTimeOffset[,] matrix = { { default, Since } };
        Dictionary<string, DateTimeOffset> dictionary = new() { ["from"] = Since };
        (string Name, DateTimeOffset From) tuple = ("x", Since);
        int one = 1;
        await March1(Klaviyo.Profiles.Where(p => p.Created > array[one]));
        await March1(Klaviyo.Profiles.Where(p => p.Created > matrix[0, one]));
        await March1(Klaviyo.Profiles.Where(p => p.Created > dictionary["from"]));
        await March1(Klaviyo.Profiles.Where(p => p.Created > tuple.From));
        await March1(Klaviyo.Profiles.Where(p => p.Created > array.Max()));
        await March1(Klaviyo.Profiles.Where(p => p.Created > array.Where(moment => moment > default(DateTimeOffset)).First()));
    }

    [Fact]
    public async Task Closures_within_closures_and_asynchronous_lambdas_are_evaluated()
    {
        DateTimeOffset outer = Since;
        foreach (int days in new[] { 0 })
        {
            DateTimeOffset inner = outer.AddDays(days);
            Func<IKlaviyoQueryable<Profile>> nested = () => Klaviyo.Profiles.Where(p => p.Created > inner && p.Created > outer.AddDays(days - 1));
            await Answers(
                nested(),
                "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),greater-than(created,2026-02-28T00:00:00Z)&page[size]=100",
                Data.Profiles.Where(p => p.Created > Since));
        }

        Func<Task> asynchronous = async () =>
        {
            await Task.Yield();
            DateTimeOffset since = outer;
            await March1(Klaviyo.Profiles.Where(p => p.Created > since));
        };
        await asynchronous();
    }

    [Fact]
    public async Task A_value_is_worked_out_once_and_before_anything_is_sent()
    {
        int calls = 0;
        DateTimeOffset Now()
        {
            calls++;
            Emulator.Requests.Should().BeEmpty();
            return Since;
        }

        Func<DateTimeOffset> now = Now;
        Emulator.ClearRequests();
        (await Klaviyo.Profiles.Where(p => p.Created > now().AddDays(-7)).ToListAsync())
            .Should().HaveCount(Data.Profiles.Count(p => p.Created > Since.AddDays(-7)));
        calls.Should().Be(1);
    }

    [Fact]
    public async Task A_date_without_time_becomes_a_moment_where_the_author_says_which()
    {
        DateOnly day = new(2026, 3, 1);
        await March1(Klaviyo.Profiles.Where(p => p.Created > new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)));
        await March1(Klaviyo.Profiles.Where(p => p.Created > new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        await March1(Klaviyo.Profiles.Where(p => p.Created > new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
        await March1(Klaviyo.Profiles.Where(p => p.Created > day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)));
        await Refuses(Klaviyo.Profiles.Where(p => p.Created > day.ToDateTime(TimeOnly.MinValue)), KlaviyoFindingCode.UnspecifiedDateTime);
    }

    [Fact]
    public async Task As_in_LINQ_nothing_is_greater_than_null()
    {
        DateTimeOffset? none = null;
        Emulator.ClearRequests();
        (await Klaviyo.Profiles.Where(p => p.Created > none).ToListAsync()).Should().BeEmpty().And.HaveCount(Data.Profiles.Count(p => p.Created > none));
        Emulator.Requests.Should().BeEmpty();
        await March1(Klaviyo.Profiles.Where(p => p.Created > (none ?? Since)));
        await March1(
            Klaviyo.Profiles.Where(p => none == null || p.Created > none).Where(p => !none.HasValue || p.Created > none.Value).Where(p => p.Created > Since));
    }
}
