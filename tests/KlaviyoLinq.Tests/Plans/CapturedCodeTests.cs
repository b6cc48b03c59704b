using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>The author's code inside a query runs as often, in the same order and with the same exceptions, whether a plan fits or not.</summary>
public sealed class CapturedCodeTests(EmulatedAccount account) : QueryTests(account)
{
    private readonly List<string> _calls = [];

    private string? Call(string name, string? value)
    {
        _calls.Add(name);
        return value ?? throw new InvalidTimeZoneException(name);
    }

    private bool Flag(string name, bool value)
    {
        _calls.Add(name);
        return value;
    }

    private IQueryable<Profile> Query(string? first, bool flag, string? second, string? third) => Klaviyo.Profiles
        .Where(p => p.Email == Call("first", first) && (Flag("flag", flag) || p.Id == Call("second", second)))
        .Where(p => p.Id == Call("third", third));

    [Theory]
    [InlineData("a", true, "b", "c")]
    [InlineData("a", false, "b", "c")]
    [InlineData("a", false, null, "c")]
    [InlineData(null, false, "b", "c")]
    [InlineData("a", true, null, "c")]
    [InlineData("a", true, null, null)]
    [InlineData("\ud83d", true, "b", "c")]
    [InlineData("a", false, "\ud83d", "c")]
    public void It_runs_as_often_and_in_the_same_order(string? first, bool flag, string? second, string? third)
    {
        foreach (bool seen in (bool[])[true, false])
            Translations.Planned(Query("x", seen, "y", "z")).Should().Contain("/api/profiles?filter=");
        _calls.Clear();
        string without = Translations.Unplanned(Query(first, flag, second, third));
        string[] expected = [.. _calls];
        _calls.Clear();
        Translations.Planned(Query(first, flag, second, third)).Should().Be(without);
        _calls.Should().Equal(expected);
    }

    [Fact]
    public void Code_that_translates_a_query_itself_does_not_disturb_the_one_it_stands_in()
    {
        Func<string, string> inner = text => Klaviyo.Profiles.Where(p => p.Id == text).ToRequestUri().Query.Length > 0 ? text : "";
        for (int i = 0; i < 3; i++)
        {
            (string id, string email) = ($"id{i}", $"{i}@example.com");
            Klaviyo.Profiles.Where(p => p.Id == inner(id) && p.Email == inner(email)).ToRequestUri().Query
                .Should().Be("?filter=" + Uri.EscapeDataString($"equals(id,\"{id}\"),equals(email,\"{email}\")") + "&page%5Bsize%5D=100");
        }
    }

    [Fact]
    public async Task A_projection_reads_what_its_own_query_captured()
    {
        foreach (string prefix in (string[])["one", "two", "three"])
        {
            int calls = 0;
            string Tag(string text)
            {
                calls++;
                return prefix + text;
            }

            Func<string, string> tag = Tag;
            List<string> rows =
                [.. (await Klaviyo.Profiles.OrderBy(p => p.Id).Take(5).Select(p => new { p.Id, Tag = tag(p.Id), Prefix = prefix }).ToListAsync())
                    .Select(row => row.Tag + row.Prefix)];
            rows.Should().Equal(Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Take(5).Select(p => prefix + p.Id + prefix));
            calls.Should().Be(5);
        }
    }

    [Fact]
    public async Task A_projection_that_was_worth_compiling_stays_compiled_for_the_next_run()
    {
        int taken = Data.Profiles.Count();
        for (int rows = 0; rows <= 4_000; rows += taken)
        {
            string suffix = $"-{rows}";
            List<string> names = await Klaviyo.Profiles.Select(p => p.Id + suffix + p.LastName).ToListAsync();
            names.Order(StringComparer.Ordinal).Should().Equal(Data.Profiles.Select(p => p.Id + suffix + p.LastName).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_refusal_names_the_line_of_the_query_that_was_refused_and_not_of_one_like_it()
    {
        static IKlaviyoQueryable<Profile> At(KlaviyoContext klaviyo, string? email, int line) =>
            klaviyo.Profiles.Where(p => p.Email == email, "p => p.Email == email", "File.cs", line);
        At(Klaviyo, "a", 1).ToRequestUri().Query.Should().Contain("%22a%22");
        At(Klaviyo, "b", 2).ToRequestUri().Query.Should().Contain("%22b%22");
        UntranslatableQueryException refusal = (
            await At(Klaviyo, "\ud83d", 3).Invoking(query => query.ToListAsync()).Should().ThrowAsync<UntranslatableQueryException>()).Which;
        refusal.Findings.Should().ContainSingle().Which.Site.Line.Should().Be(3);
    }
}
