using System.Linq.Expressions;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>Each kind of member that can be mapped, read, projected, sorted by and filtered by, against LINQ to Objects over the same data.</summary>
public sealed class MemberKindTests(SampleAccount account) : IClassFixture<SampleAccount>
{
    private static readonly DateTime _utc = new(2026, 1, 1, 14, 0, 0, DateTimeKind.Utc);
    private static readonly DateTimeOffset _moment = new(_utc);
    private static readonly DateOnly _day = new(2026, 2, 3);
    private static readonly Guid _key = new(4, 0xABC, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    private static readonly Sample.Status _state = Sample.Status.DoubleOptIn;
    private static readonly Sample.Status?[] _states = [Sample.Status.Draft, Sample.Status.Sent];

    private static readonly Dictionary<string, MemberCase> _cases = new()
    {
        ["int id"] = Case(
            x => x.Id, "equals(id,\"7\")", null, x => x.Id == 7, x => x.Id.Equals(8), x => new[] { 3, 5, 9_999 }.Contains(x.Id),
            x => new[] { 3, 5 }.Any(id => id == x.Id)),
        ["string"] = Case(
            x => x.Text, "equals(text,\"text 3\")", null, x => x.Text == "text 3", x => x.Text != "text 3", x => x.Text == null,
            x => x.Text != null && x.Text.Contains("t 3"), x => x.Text != null && x.Text.StartsWith("text"),
            x => x.Text != null && x.Text.EndsWith('5')),
        ["bool"] = Case(x => x.Flag, "equals(flag,true)", null, x => x.Flag, x => !x.Flag, x => x.Flag == false),
        ["bool?"] = Case(x => x.MaybeFlag, "equals(maybe_flag,true)", null, x => x.MaybeFlag == true, x => x.MaybeFlag != true, x => x.MaybeFlag == null),
        ["byte"] = Case(
            x => x.Small, "equals(small,4)", x => x.Small, x => x.Small == 4, x => x.Small != 4, x => x.Small > 4, x => x.Small <= 2,
            x => new byte[] { 1, 2 }.Contains(x.Small)),
        ["int"] = Case(
            x => x.Whole, "equals(whole,-2)", x => x.Whole, x => x.Whole == -2, x => x.Whole < -2, x => x.Whole >= 3, x => x.Whole <= 0,
            x => x.Whole > 5, x => new List<int> { 1, 2 }.Contains(x.Whole)),
        ["int?"] = Case(
            x => x.MaybeWhole, "equals(maybe_whole,5)", null, x => x.MaybeWhole == 5, x => x.MaybeWhole != 5, x => x.MaybeWhole > 5,
            x => x.MaybeWhole.HasValue, x => x.MaybeWhole.HasValue && x.MaybeWhole.Value < 4),
        ["ulong"] = Case(x => x.Large, "equals(large,18446744073709551615)", x => x.Large, x => x.Large == ulong.MaxValue),
        ["double"] = Case(
            x => x.Real, "equals(real,2.25)", x => x.Real, x => x.Real == 2.25, x => x.Real > 3.25, x => x.Real <= 1,
            x => new[] { 0.25, 7.25 }.Contains(x.Real)),
        ["decimal"] = Case(x => x.Exact, "equals(exact,2.10)", x => x.Exact, x => x.Exact == 2.10m, x => x.Exact > 3.1m, x => x.Exact != 0.1m),
        ["DateTimeOffset"] = Case(
            x => x.Moment, "equals(moment,2026-01-01T14:00:00Z)", x => x.Moment, x => x.Moment == _moment, x => x.Moment > _moment, x => x.Moment <= _utc),
        ["DateTime"] = Case(
            x => x.Utc, "equals(utc,2026-01-01T14:00:00Z)", x => x.Utc, x => x.Utc == _utc, x => x.Utc > _utc, x => x.Utc < _utc, x => x.Utc <= _utc,
            x => x.Utc >= new DateTime(2026, 1, 1, 14, 0, 0), x => x.Utc != _utc,
            x => x.Utc > _moment, x => new[] { _utc, new DateTime(2026, 1, 1) }.Contains(x.Utc)),
        ["DateTime?"] = Case(
            x => x.MaybeUtc, "equals(maybe_utc,2026-01-01T14:00:00Z)", null, x => x.MaybeUtc == _utc, x => x.MaybeUtc > _utc, x => x.MaybeUtc != _utc,
            x => x.MaybeUtc.HasValue && x.MaybeUtc.Value >= new DateTime(2026, 1, 2)),
        ["DateOnly"] = Case(
            x => x.Day, "equals(day,2026-02-03T00:00:00Z)", x => x.Day, x => x.Day == _day, x => x.Day > _day, x => x.Day >= _day, x => x.Day < _day,
            x => x.Day <= _day, x => x.Day != _day,
            x => x.Day.Equals(_day), x => new[] { _day, new DateOnly(2026, 2, 1) }.Contains(x.Day)),
        ["DateOnly?"] = Case(
            x => x.MaybeDay, "equals(maybe_day,2026-02-03T00:00:00Z)", null, x => x.MaybeDay == _day, x => x.MaybeDay > _day,
            x => x.MaybeDay != null && x.MaybeDay.Value <= _day, x => x.MaybeDay == null),
        ["Guid"] = Case(
            x => x.Key, "equals(key,\"00000004-0abc-0000-0102-030405060708\")", x => x.Key.ToString(), x => x.Key == _key, x => x.Key != _key,
            x => x.Key.Equals(_key), x => new[] { _key, Guid.Empty }.Contains(x.Key)),
        ["enum by names"] = Case(
            x => x.State, "equals(state,\"Sent!\")", null, x => x.State == Sample.Status.Sent, x => x.State != Sample.Status.Cancelled,
            x => x.State == _state, x => _state == x.State, x => x.State.Equals(_state),
            x => new[] { Sample.Status.Draft, _state }.Contains(x.State), x => new[] { Sample.Status.Draft, _state }.Any(s => s == x.State),
            x => x.State == Sample.Status.Draft || x.State == _state),
        ["enum? by names"] = Case(
            x => x.MaybeState, "equals(maybe_state,\"double_opt_in\")", null, x => x.MaybeState == Sample.Status.DoubleOptIn,
            x => x.MaybeState != _state, x => x.MaybeState == null, x => x.MaybeState != null && x.MaybeState.Value == _state,
            x => _states.Contains(x.MaybeState), x => (x.MaybeState ?? Sample.Status.Draft) == _state),
        ["enum by numbers"] = Case(
            x => x.Grade, "equals(grade,5)", x => (int)x.Grade, x => x.Grade == Sample.Rank.Middle, x => x.Grade > Sample.Rank.Low,
            x => x.Grade <= Sample.Rank.Middle, x => x.Grade != Sample.Rank.High,
            x => new List<Sample.Rank> { Sample.Rank.Low }.Contains(x.Grade)),
        ["open enumeration"] = Case(
            x => x.Job, "equals(job,\"complete\")", x => x.Job.Value, x => x.Job == JobStatus.Complete, x => x.Job != JobStatus.Complete,
            x => new[] { JobStatus.Complete }.Contains(x.Job)),
        ["KlaviyoValue"] = Case(
            x => x.Scalar, "equals(scalar,1)", null, x => x.Scalar == 1, x => x.Scalar == "1", x => x.Scalar == 1.5, x => x.Scalar == true,
            x => x.Scalar != 1, x => x.Scalar == KlaviyoValue.Null,
            x => new KlaviyoValue[] { 1, "1" }.Contains(x.Scalar)),
        ["float"] = Case(x => x.Short, "", null),
        ["JsonElement"] = Case(x => x.Any.GetRawText(), "", null),
        ["KlaviyoMap"] = Case(x => x.Properties!.GetNumber("n"), "", null),
        ["object"] = Case(x => x.Where, "", null),
        ["list of enumerations"] = Case(x => string.Join(",", x.States!), "", null),
        ["set of numbers"] = Case(x => x.Numbers!.Sum(), "", null),
        ["array of moments"] = Case(x => x.Moments![0], "", null),
    };

    private readonly IReadOnlyList<Sample> _samples = account.Samples;
    private readonly KlaviyoEmulator _emulator = account.Emulator;
    private readonly KlaviyoContext _klaviyo = account.Klaviyo;

    public static TheoryData<string> Names => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_member_of_every_kind_is_read_projected_sorted_and_filtered_as_in_memory(string name)
    {
        MemberCase member = _cases[name];
        var expected = _samples.ToDictionary(sample => sample.Id, member.Read);

        List<Sample> whole = await _klaviyo.Set<Sample>().ToListAsync();
        whole.Should().HaveCount(SampleAccount.Count);
        whole.Should().OnlyContain(sample => Equals(member.Read(sample), expected[sample.Id]));
        whole.Should().OnlyContain(
            sample => sample.Utc.Kind == DateTimeKind.Utc && sample.Moments![0].Kind == DateTimeKind.Utc && sample.Where!.Since.Kind == DateTimeKind.Utc);

        (List<object?> values, List<(int Id, object? Value)> pairs) = await member.ProjectAsync(_klaviyo.Set<Sample>());
        pairs.Should().HaveCount(SampleAccount.Count).And.OnlyContain(pair => Equals(pair.Value, expected[pair.Id]));
        values.SequenceEqual(whole.Select(member.Read)).Should().BeTrue();

        foreach (Expression<Func<Sample, bool>> filter in member.Filters)
        {
            List<int> ids = (await _klaviyo.Set<Sample>().Where(filter).ToListAsync()).ConvertAll(sample => sample.Id);
            if (filter == member.Filters[0])
                _emulator.Requests[^1].Parameter("filter").Should().Be(member.Wire);
            ids.Order().Should().Equal(_samples.Where(filter.Compile()).Select(sample => sample.Id), filter.ToString());
            (await _klaviyo.Set<Sample>().CountAsync(filter)).Should().Be(ids.Count);
        }

        foreach (bool isDescending in member.Order is null ? [] : (bool[])[false, true])
        {
            List<IComparable?> sorted = (await member.Sort(_klaviyo.Set<Sample>(), isDescending).ToListAsync()).ConvertAll(sample => member.Order!(sample));
            IEnumerable<IComparable?> keys = _samples.Select(member.Order!);
            Comparer<IComparable?> order = Comparer<IComparable?>.Create(
                (left, right) => left is string text ? string.CompareOrdinal(text, (string)right!) : left!.CompareTo(right));
            sorted.Should().Equal(isDescending ? keys.OrderDescending(order) : keys.Order(order));
        }
    }

    [Fact]
    public async Task An_id_that_is_a_number_is_found()
    {
        (await _klaviyo.Set<Sample>().FindAsync(12))!.Id.Should().Be(12);
        _emulator.Requests[^1].Path.Should().Be("/api/samples/12");
        (await _klaviyo.Set<Sample>().FindAsync(99_999)).Should().BeNull();
        await FluentActions.Awaiting(() => _klaviyo.Set<Sample>().FindAsync(1.5)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Several_requests_are_merged_in_the_order_of_the_sort_key()
    {
        using KlaviyoContext klaviyo = new(
            new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = _emulator.BaseAddress, EnableRateLimiting = false }.Map<Sample>());

        List<Sample> read = await klaviyo.Set<Sample>()
            .Where(x => x.State == Sample.Status.Draft || x.Whole == 3).AllowFanOut(2).OrderBy(x => x.Utc).ToListAsync();
        read.Select(sample => sample.Id)
            .Order().Should().Equal(_samples.Where(x => x.State == Sample.Status.Draft || x.Whole == 3).Select(sample => sample.Id));
        read.Select(sample => sample.Utc).Should().BeInAscendingOrder();
        read = await klaviyo.Set<Sample>()
            .Where(x => x.State == Sample.Status.Draft || x.Grade == Sample.Rank.Low).AllowFanOut(2).OrderByDescending(x => x.Real).ToListAsync();
        read.Select(sample => sample.Id)
            .Order().Should().Equal(_samples.Where(x => x.State == Sample.Status.Draft || x.Grade == Sample.Rank.Low).Select(sample => sample.Id));
        read.Select(sample => sample.Real).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task An_order_that_Klaviyo_does_not_have_is_refused_and_so_is_a_number_without_a_name()
    {
        await FluentActions.Awaiting(() => _klaviyo.Set<Sample>().Where(x => x.State > Sample.Status.Draft).ToListAsync())
            .Should().ThrowAsync<KlaviyoLinq.Errors.UntranslatableQueryException>().WithMessage("*State*text*");
        await FluentActions.Awaiting(() => _klaviyo.Set<Sample>().Where(x => x.State == (Sample.Status)77).ToListAsync())
            .Should().ThrowAsync<KlaviyoLinq.Errors.UntranslatableQueryException>().WithMessage("*State has no wire name*");
    }

    private static MemberCaseOf<TMember> Case<TMember>(
        Expression<Func<Sample, TMember>> member, string wire, Func<Sample, IComparable?>? order, params Expression<Func<Sample, bool>>[] filters) =>
        new(member) { Wire = wire, Filters = filters, Order = order };
}
