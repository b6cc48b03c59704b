using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>The 2022 overview's language, spoken to an emulator that understands it.</summary>
[Trait("Category", "Culture")]
public sealed class OverviewGrammarTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _since = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;
    private AccountData _data = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Grammar = FilterGrammar.Overview2022;
            options.Data.Profiles = 300;
            options.Data.Events = 300;
        });
        _klaviyo = new KlaviyoContext(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = _emulator.BaseAddress, Grammar = FilterGrammar.Overview2022 });
        _data = new AccountData(_emulator);
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Alternatives_on_different_fields_become_or()
    {
        string? email = _data.Profiles.First(p => p.Email is not null && p.Created < _since).Email;
        await Answers(
            _klaviyo.Profiles.Where(p => p.Email == email || p.Created > _since),
            $"or(equals(email,\"{email}\"),greater-than(created,2025-06-01T00:00:00Z))",
            _data.Profiles.Where(p => p.Email == email || p.Created > _since));
    }

    [Fact]
    public async Task Null_and_not_null_can_be_filtered_by()
    {
        await Answers(_klaviyo.Profiles.Where(p => p.Email == null), "equals(email,null)", _data.Profiles.Where(p => p.Email == null));
        await Answers(_klaviyo.Profiles.Where(p => p.Email != null), "not(equals(email,null))", _data.Profiles.Where(p => p.Email != null));
    }

    [Fact]
    public async Task Not_equal_holds_for_missing_values_as_in_CSharp()
    {
        string? email = _data.Profiles.First(p => p.Email is not null).Email;
        _data.Profiles.Should().Contain(p => p.Email == null);
        await Answers(_klaviyo.Profiles.Where(p => p.Email != email), $"not(equals(email,\"{email}\"))", _data.Profiles.Where(p => p.Email != email));
    }

    [Fact]
    public async Task Nested_conditions_mean_what_they_mean_in_CSharp()
    {
        string?[] emails = [.. _data.Profiles.Select(p => p.Email).Where(e => e is not null).Take(4)];
        string? one = emails[0];
        await Answers(
            _klaviyo.Profiles.Where(p => !(emails.Contains(p.Email) || p.Created < _since) && (p.PhoneNumber != null || p.Email == one)),
            $"not(any(email,[\"{string.Join("\",\"", emails)}\"])),not(less-than(created,2025-06-01T00:00:00Z)),or(not(equals(phone_number,null)),equals(email,\"{one}\"))",
            _data.Profiles.Where(p => !(emails.AsEnumerable().Contains(p.Email) || p.Created < _since) && (p.PhoneNumber != null || p.Email == one)));
    }

    private async Task Answers(IKlaviyoQueryable<Profile> query, string filter, IEnumerable<Profile> rows)
    {
        _emulator.ClearRequests();
        (await query.ToListAsync()).Select(p => p.Id).Should().BeEquivalentTo(rows.Select(p => p.Id));
        _emulator.Requests[0].Parameter("filter").Should().Be(filter);
    }
}
