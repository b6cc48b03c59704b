using System.Linq.Expressions;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

/// <summary>Tests for null in front of comparisons, as authors and OData write them: they go where they change nothing.</summary>
public sealed class GuardTests(EmulatedAccount account) : QueryTests(account)
{
    private const string CreatedSince = "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100";

    private string Email => Data.Profiles.First(p => p.Email is not null).Email!;

    private string ByEmail => $"/api/profiles?filter=equals(email,\"{Email}\")&page[size]=100";

    private IEnumerable<Profile> WithEmail => Data.Profiles.Where(p => p.Email == Email);

    private IEnumerable<Profile> CreatedLater => Data.Profiles.Where(p => p.Created > Since);

    [Fact]
    public async Task A_guard_in_front_of_its_comparison_goes()
    {
        string email = Email;
        await Answers(Klaviyo.Profiles.Where(p => p.Email != null && p.Email == email), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => p.Email == email && null != p.Email), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => p.Email != null).Where(p => p.Email == email), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => !(p.Email == null || p.Email != email)), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => !(p.Email == null) && !(p.Email != email)), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => p != null && p.Id != null && p.Email == email), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => p.Created.HasValue && p.Created.Value > Since), CreatedSince, CreatedLater);
        await Answers(Klaviyo.Profiles.Where(p => p.Created != null && p.Created > Since), CreatedSince, CreatedLater);
        await Answers(
            Klaviyo.Flows.Where(f => f.Name != null && f.Name.Contains("a")),
            "/api/flows?filter=contains(name,\"a\")&page[size]=50",
            Data.Of<Flow>().Where(f => f.Name != null && f.Name.Contains("a", StringComparison.Ordinal)));
        await Answers(
            Klaviyo.Flows.Where(f => f.Archived != null && f.Archived.Value), "/api/flows?filter=equals(archived,true)&page[size]=50",
            Data.Of<Flow>().Where(f => f.Archived == true));
    }

    [Fact]
    public async Task A_guard_of_alternatives_goes_where_each_of_them_needs_it()
    {
        string[] emails = [.. Data.Profiles.Select(p => p.Email).OfType<string>().Take(2)];
        string request = $"/api/profiles?filter=any(email,[\"{emails[0]}\",\"{emails[1]}\"])&page[size]=100";
        IEnumerable<Profile> rows = Data.Profiles.Where(p => emails.Contains(p.Email, StringComparer.Ordinal));

        await Answers(Klaviyo.Profiles.Where(p => p.Email != null && (p.Email == emails[0] || p.Email == emails[1])), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => (p.Email != null && p.Email == emails[0]) || (p.Email != null && p.Email == emails[1])), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => p.Email != null && emails.Contains(p.Email)), request, rows);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != null || p.Email == emails[0]), KlaviyoFindingCode.NullNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != null && p.PhoneNumber == "1"), KlaviyoFindingCode.NullNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == null && p.PhoneNumber == "1"), KlaviyoFindingCode.NullNotSupported);
    }

    [Fact]
    public async Task A_guard_of_a_navigation_goes()
    {
        Event some = Data.Events.First(e => e.ProfileId is not null);
        string id = some.ProfileId!;
        string request = $"/api/events?filter=equals(profile_id,\"{id}\")&page[size]=1000";
        IEnumerable<Event> rows = Data.Events.Where(e => e.ProfileId == id);

        await Answers(Klaviyo.Events.Where(e => e.Profile != null && e.Profile.Id == id), request, rows);
        await Answers(Klaviyo.Events.Where(e => e.Profile != null && e.Profile.Id != null && e.Profile.Id == id), request, rows);
        await Answers(Klaviyo.Events.Where(e => e.ProfileId != null && e.ProfileId == id), request, rows);
        await Answers(
            Klaviyo.Events.Where(e => e.Profile != null && e.Datetime > Since),
            "/api/events?filter=has(profile),greater-than(datetime,2026-03-01T00:00:00Z)&page[size]=1000",
            Data.Events.Where(e => e.ProfileId != null && e.Datetime > Since));
    }

    [Fact]
    public async Task A_guard_within_Any_goes()
    {
        string request = "/api/campaigns?filter=equals(messages.channel,\"sms\")&page[size]=100";
        List<Campaign> rows = await Klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Sms)).ToListAsync();

        await Answers(
            Klaviyo.Campaigns.Where(c => c.CampaignMessages != null && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Sms)), request, rows);
        await Answers(
            Klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m != null && m.Channel != null && m.Channel == CampaignMessageChannel.Sms)),
            request, rows);
    }

    [Fact]
    public async Task A_guard_of_a_value_that_is_null_gives_no_rows_without_a_request()
    {
        string? none = null;
        Emulator.ClearRequests();
        (await Klaviyo.Profiles.Where(p => p.Email != null && p.Email == none).ToListAsync()).Should().BeEmpty();
        Emulator.Requests.Should().BeEmpty();

        await Refuses(Klaviyo.Profiles.Where(p => p.Email == none), KlaviyoFindingCode.NullNotSupported);
    }

    [Fact]
    public async Task A_refused_comparison_is_not_refused_again_for_its_guard()
    {
        await Refuses(Klaviyo.Profiles.Where(p => p.FirstName != null && p.FirstName == "a"), KlaviyoFindingCode.FieldNotFilterable);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != null && p.Email.StartsWith("a")), KlaviyoFindingCode.OperatorNotListed);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != null && p.Email.ToLower() == "a"), KlaviyoFindingCode.IgnoringCaseNotSupported);
    }

    [Fact]
    public async Task A_conditional_with_a_known_branch_is_a_conjunction_or_alternatives()
    {
        string email = Email;
        await Answers(Klaviyo.Profiles.Where(p => p.Email == null ? false : p.Email == email), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => p.Email != null ? p.Email == email : false), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(p => (p.Email == null ? null : p.Email) == email), ByEmail, WithEmail);
        await Refuses(Klaviyo.Profiles.Where(p => (p.Location == null ? null : p.Email) == email), KlaviyoFindingCode.PredicateNotTranslatable);
    }

    // The shapes of Microsoft.AspNetCore.OData's FilterBinder with HandleNullPropagation, which is its default for a provider that it does not know.
    [Fact]
    public async Task The_forms_of_OData_are_read()
    {
        ParameterExpression it = Expression.Parameter(typeof(Profile), "$it");
        Expression email = Expression.Property(it, nameof(Profile.Email));
        Expression created = Expression.Property(it, nameof(Profile.Created));
        Expression text = Expression.Property(Expression.Constant(new Typed<string>(Email)), nameof(Typed<string>.TypedProperty));
        Expression moment = Expression.Property(Expression.Constant(new Typed<DateTimeOffset>(Since)), nameof(Typed<DateTimeOffset>.TypedProperty));
        Expression later = Expression.MakeBinary(
            ExpressionType.GreaterThan, created, Expression.Convert(moment, typeof(DateTimeOffset?)), liftToNull: true, method: null);
        Expression hasEmail = Expression.NotEqual(email, Expression.Constant(null));
        Expression isEmail = Expression.Equal(email, text);

        await Answers(Klaviyo.Profiles.Where(Where(Expression.AndAlso(hasEmail, isEmail))), ByEmail, WithEmail);
        await Answers(Klaviyo.Profiles.Where(Where(later)), CreatedSince, CreatedLater);
        await Answers(
            Klaviyo.Profiles.Where(Where(Expression.AndAlso(Expression.Convert(Expression.AndAlso(hasEmail, isEmail), typeof(bool?)), later))),
            ByEmail.Replace(")&", "),greater-than(created,2026-03-01T00:00:00Z)&", StringComparison.Ordinal),
            WithEmail.Where(p => p.Created > Since));

        ParameterExpression flow = Expression.Parameter(typeof(Flow), "$it");
        Expression name = Expression.Property(flow, nameof(Flow.Name));
        Expression part = Expression.Property(Expression.Constant(new Typed<string>("a")), nameof(Typed<string>.TypedProperty));
        Expression contains = Expression.Condition(
            Expression.OrElse(
                Expression.Equal(name, Expression.Constant(null, typeof(string))), Expression.Equal(part, Expression.Constant(null, typeof(string)))),
            Expression.Constant(null, typeof(bool?)),
            Expression.Convert(Expression.Call(name, nameof(string.Contains), null, part), typeof(bool?)));
        string request = "/api/flows?filter=contains(name,\"a\")&page[size]=50";
        IEnumerable<Flow> rows = Data.Of<Flow>().Where(f => f.Name?.Contains('a', StringComparison.Ordinal) == true);
        await Answers(Klaviyo.Flows.Where(Lambda<Flow>(contains, flow)), request, rows);
        await Answers(Klaviyo.Flows.Where(Expression.Lambda<Func<Flow, bool>>(Expression.Coalesce(contains, Expression.Constant(false)), flow)), request, rows);
        await Answers(Klaviyo.Flows.Where(Lambda<Flow>(Expression.Not(Expression.Not(contains)), flow)), request, rows);

        Expression<Func<Profile, bool>> Where(Expression body) => Lambda<Profile>(body, it);

        static Expression<Func<T, bool>> Lambda<T>(Expression body, ParameterExpression it) => Expression.Lambda<Func<T, bool>>(
            body.Type == typeof(bool) ? body : Expression.Equal(body, Expression.Constant(true, typeof(bool?)), liftToNull: false, method: null), it);
    }

    private sealed record Typed<T>(T TypedProperty);
}
