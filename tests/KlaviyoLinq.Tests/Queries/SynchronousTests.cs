using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class SynchronousTests : QueryTests, IDisposable
{
    private readonly KlaviyoContext _blocking;

    public SynchronousTests(EmulatedAccount account)
        : base(account) =>
        _blocking = new KlaviyoContext(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = account.Emulator.BaseAddress, AllowSynchronousQueries = true });

    /// <summary>A context that never runs what is posted to it, as a blocked user interface would.</summary>
    private sealed class StuckContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    [Fact]
    public void With_permission_rows_are_enumerated_synchronously()
    {
        _blocking.Profiles.Where(p => p.Created > Since)
            .ToList().Select(p => p.Id).Should().BeEquivalentTo(Data.Profiles.Where(p => p.Created > Since).Select(p => p.Id));
        Emulator.Requests[^1].Path.Should().Be("/api/profiles");
        int count = 0;
        foreach (Tag tag in _blocking.Tags)
            count += tag.Name.Length > 0 ? 1 : 0;
        count.Should().Be(Data.Of<Tag>().Count());
    }

    [Fact]
    public void With_permission_results_equal_those_of_the_asynchronous_operators()
    {
        IQueryable<Profile> profiles = _blocking.Profiles;
        string first = Data.Profiles.Select(p => p.Id).Min(StringComparer.Ordinal)!;
        profiles.OrderBy(p => p.Id).First().Id.Should().Be(first);
        Uri.UnescapeDataString(Emulator.Requests[^1].Query).Should().Be("sort=id&page[size]=1");
        profiles.First(p => p.Id == first).Id.Should().Be(first);
        profiles.OrderBy(p => p.Id).Last().Id.Should().Be(Data.Profiles.Select(p => p.Id).Max(StringComparer.Ordinal));
        profiles.Single(p => p.Id == first).Id.Should().Be(first);
        profiles.SingleOrDefault(p => p.Email == "nobody").Should().BeNull();
        profiles.Count(p => p.Created > Since).Should().Be(Data.Profiles.Count(p => p.Created > Since));
        profiles.LongCount().Should().Be(Data.Profiles.LongCount());
        profiles.Any(p => p.Email == "nobody").Should().BeFalse();
        profiles.Select(p => p.Id).Contains(first).Should().BeTrue();
        profiles.OrderBy(p => p.Id).ElementAt(0).Id.Should().Be(first);
        profiles.Max(p => p.Created).Should().Be(Data.Profiles.Max(p => p.Created));
        _blocking.Images.Sum(i => i.Size).Should().Be(Data.Of<Image>().Sum(i => i.Size));
        _blocking.TagGroups.All(g => g.Exclusive).Should().Be(Data.Of<TagGroup>().All(g => g.Exclusive));
    }

    [Fact]
    public void Queries_refused_asynchronously_are_refused_synchronously()
    {
        IQueryable<Profile> profiles = _blocking.Profiles;
        Code(() => profiles.Where(p => p.FirstName == "a").ToList()).Should().Be(KlaviyoFindingCode.FieldNotFilterable);
        Code(() => profiles.First(p => p.FirstName == "a")).Should().Be(KlaviyoFindingCode.FieldNotFilterable);
        Code(() => profiles.Last()).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Code(() => profiles.ElementAt(5)).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Code(() => profiles.Select(p => p.Id).Aggregate((a, b) => a + b)).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Code(() => profiles.MinBy(p => p.Created)).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Code(() => profiles.SequenceEqual(new Profile[1])).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Code(() => profiles.Contains(new Profile(), EqualityComparer<Profile>.Default)).Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
    }

    [Fact]
    public async Task A_blocked_synchronization_context_does_not_lock_it_up()
    {
        Task<int> work = Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new StuckContext());
            return _blocking.Tags.ToList().Count + _blocking.Tags.Count();
        });
        (await work.InTimeAsync()).Should().Be(2 * Data.Of<Tag>().Count());
    }

    public void Dispose() => _blocking.Dispose();

    private static KlaviyoFindingCode Code(Func<object?> query) => query.Should().Throw<UntranslatableQueryException>().Which.Findings.Single().Code;
}
