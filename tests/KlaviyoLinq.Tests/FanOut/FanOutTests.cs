using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.FanOut;

public sealed class FanOutTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task Alternatives_on_one_field_need_one_request()
    {
        List<string> ids = [.. Data.Profiles.Take(3).Select(p => p.Id)];
        await Answers(
            Klaviyo.Profiles.Where(p => p.Id == ids[0] || p.Id == ids[1] || ids[2] == p.Id),
            $"/api/profiles?filter=any(id,[\"{string.Join("\",\"", ids)}\"])&page[size]=100",
            Data.Profiles.Where(p => ids.Contains(p.Id)));
    }

    [Fact]
    public async Task Alternatives_on_different_fields_become_requests_whose_rows_come_once()
    {
        Profile both = Data.Profiles.First(p => p.Email is not null && p.Created > Since);
        var query = Klaviyo.Profiles.Where(p => p.Email == both.Email || p.Created > Since).AllowFanOut(2);
        Emulator.ClearRequests();

        List<Profile> rows = await query.ToListAsync();

        rows.Select(p => p.Id)
            .Should()
            .OnlyHaveUniqueItems().And.BeEquivalentTo(Data.Profiles.Where(p => p.Email == both.Email || p.Created > Since).Select(p => p.Id));
        query.ToRequestUris().Select(uri => Uri.UnescapeDataString(uri.Query)).Should().Equal(
            $"?filter=equals(email,\"{both.Email}\")&page[size]=100",
            "?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100");
        Emulator.Requests.Select(request => "/" + request.Query).Should().Contain(query.ToRequestUris().Select(uri => "/" + uri.Query.TrimStart('?')));
    }

    [Fact]
    public async Task Rows_of_several_requests_come_in_order_and_only_as_many_as_wanted()
    {
        string[] metrics = [.. Data.Of<Metric>().Take(4).Select(m => m.Id)];
        var query = Klaviyo.Events.Where(e => metrics.Contains(e.MetricId))
            .OrderByDescending(e => e.Datetime).Select(e => new { e.Id, At = e.Datetime }).PageSize(50).AllowFanOut(4);
        var expected = Data.Events.Where(e => metrics.AsEnumerable().Contains(e.MetricId))
            .OrderByDescending(e => e.Datetime).Select(e => new { e.Id, At = e.Datetime }).ToList();

        (await query.ToListAsync()).Select(row => row.At).Should().Equal(expected.Select(row => row.At));
        (await query.ToListAsync()).Select(row => row.Id).Should().BeEquivalentTo(expected.Select(row => row.Id));
        (await query.Take(120).ToListAsync()).Select(row => row.At).Should().Equal(expected.Take(120).Select(row => row.At));
        (await query.FirstAsync()).At.Should().Be(expected[0].At);
        (await query.CountAsync()).Should().Be(expected.Count);
        query.Explain().Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_long_list_is_requested_in_parts()
    {
        string[] ids = [.. Data.Profiles.Select(p => p.Id).Concat(Enumerable.Range(0, 1500).Select(i => $"nobody{i}"))];
        await Refuses(Klaviyo.Profiles.Where(p => ids.Contains(p.Id)), KlaviyoFindingCode.RequestTooLong);

        List<Profile> rows = await Klaviyo.Profiles.Where(p => ids.Contains(p.Id)).AllowFanOut(20).ToListAsync();

        rows.Select(p => p.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Data.Profiles.Select(p => p.Id));
    }

    [Fact]
    public async Task Without_leave_or_with_too_little_it_is_refused()
    {
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == "a" || p.Created > Since), KlaviyoFindingCode.DisjunctionNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == "a" || p.Created > Since).AllowFanOut(1), KlaviyoFindingCode.FanOutTooWide);
        string[] metrics = ["a", "b"];
        (await Refuses(Klaviyo.Events.Where(e => metrics.Contains(e.MetricId)), KlaviyoFindingCode.OperatorNotListed))
            .Single().Advice.Should().Contain("AllowFanOut");
        Klaviyo.Invoking(k => k.Profiles.AllowFanOut(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void An_explanation_shows_requests_scopes_and_limits()
    {
        KlaviyoQueryExplanation explanation = Klaviyo.Profiles.Where(p => p.Email == "a" || p.ExternalId == "b").AllowFanOut(2).Explain();

        explanation.Operation.Should().Be("GET /api/profiles");
        explanation.Scopes.Should().Equal("profiles:read");
        (explanation.BurstLimit, explanation.SteadyLimit).Should().Be((75, 750));
        explanation.ToString().Should().Contain("equals(email,\"a\")").And.Contain("equals(external_id,\"b\")");
        Klaviyo.Profiles.Take(0).Explain().ToString().Should().Contain("sends  nothing");
    }
}
