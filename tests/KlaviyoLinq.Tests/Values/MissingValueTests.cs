using System.Linq.Expressions;
using System.Text;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Tests.Values;

/// <summary>
/// Tests of projections that read through null: null where the type allows it, as with EF Core, otherwise an error that names row and member.
/// </summary>
public sealed class MissingValueTests
{
    private const string Document = """
        {"data":[
          {"type":"profile","id":"WHOLE","attributes":{"email":"a@b.c","created":"2026-01-01T00:00:00Z","last_event_date":"2026-01-02T00:00:00Z","location":{"city":"Rome"},"properties":{"age":3}}},
          {"type":"profile","id":"EMPTY","attributes":{"email":null,"last_event_date":null,"location":null,"properties":null}}]}
        """;

    private const string Campaigns = """
        {"data":[
          {"type":"campaign","id":"WHOLE","attributes":{"name":"a","archived":true,"created_at":"2026-01-01T00:00:00Z","audiences":{"included":["L"]}}},
          {"type":"campaign","id":"EMPTY","attributes":{"name":"b"}}]}
        """;

    public static TheoryData<string, Expression<Func<Profile, object?>>> Errors => new()
    {
        { "LastEventDate.Value", p => new { At = p.LastEventDate!.Value } },
        { "LastEventDate", p => new { At = (DateTimeOffset)p.LastEventDate! } },
        { "LastEventDate.Value.Year", p => new { p.LastEventDate!.Value.Year } },
        { "Location.City.Length", p => new { p.Location.City!.Length } },
        { "Email.Length", p => new { p.Email!.Length } },
        { "Email.Contains()", p => new { Has = p.Email!.Contains('a') } },
        { "Email.Trim().Length", p => new { p.Email!.Trim().Length } },
        { "LastEventDate.Value.AddDays()", p => new { At = p.LastEventDate!.Value.AddDays(1) } },
    };

    public static TheoryData<Expression<Func<Profile, object?>>, object?> Nulls => new()
    {
        { p => p.Email!.ToUpperInvariant(), null },
        { p => p.Location.City!.Trim().ToUpperInvariant(), null },
        { p => new { Length = (int?)p.Location.City!.Length }.Length, null },
        { p => new { Year = (int?)p.LastEventDate!.Value.Year }.Year, null },
        { p => new { Year = (long?)p.LastEventDate!.Value.Year }.Year, null },
        { p => new { At = (DateTimeOffset?)p.LastEventDate!.Value }.At, null },
        { p => new { Age = p.Properties.GetNumber("age") }.Age, null },
        { p => new { Has = p.LastEventDate.HasValue }.Has, false },
        { p => new { At = p.LastEventDate.GetValueOrDefault() }.At, default(DateTimeOffset) },
        { p => (int?)p.Location.City!.Length ?? -1, -1 },
        { p => p.Email == null ? 0 : p.Email.Length, 0 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_result_without_a_null_is_an_error_that_names_row_and_member(string member, Expression<Func<Profile, object?>> projection)
    {
        foreach (Func<KlaviyoResource, object?> make in Ways(projection, out KlaviyoResource[][] rows)
                .Select((make, i) => (Func<KlaviyoResource, object?>)(_ => make(rows[i][1]))))
        {
            KlaviyoMaterializationException failure = FluentActions.Invoking(() => make(null!)).Should().Throw<KlaviyoMaterializationException>().Which;
            (failure.ResourceType, failure.ResourceId).Should().Be(("profile", "EMPTY"));
            failure.Message.Should().Contain($" {member},");
        }
    }

    [Theory]
    [MemberData(nameof(Nulls))]
    public void A_result_that_can_be_null_is_null(Expression<Func<Profile, object?>> projection, object? value)
    {
        Func<KlaviyoResource, object?>[] ways = Ways(projection, out KlaviyoResource[][] rows);
        for (int i = 0; i < ways.Length; i++)
            ways[i](rows[i][1]).Should().Be(value);
    }

    [Fact]
    public void A_member_that_an_answer_leaves_out_has_no_default_that_looks_like_a_value()
    {
        foreach (Func<KlaviyoResource, object?> make in Made<Campaign, object?>(c => new { c.CreatedAt }))
            FluentActions.Invoking(() => make(null!)).Should().Throw<KlaviyoMaterializationException>().WithMessage("* CreatedAt,*'EMPTY'*");
        foreach (Func<KlaviyoResource, object?> make in Made<Campaign, object?>(c => new { c.Archived, c.Audiences.Included.Count }))
            FluentActions.Invoking(() => make(null!)).Should().Throw<KlaviyoMaterializationException>().WithMessage("* Archived,*'EMPTY'*");
        foreach (Func<KlaviyoResource, DateTimeOffset?> make in Made<Campaign, DateTimeOffset?>(c => (DateTimeOffset?)c.CreatedAt))
            make(null!).Should().BeNull();
    }

    private static Func<KlaviyoResource, T>[] Made<TResource, T>(Expression<Func<TResource, T>> projection)
    {
        Func<KlaviyoResource, T>[] ways = Ways(projection, out KlaviyoResource[][] rows, Campaigns);
        return [.. ways.Select((make, i) => (Func<KlaviyoResource, T>)(_ => make(rows[i][1])))];
    }

    /// <summary>The projection interpreted and compiled, over whole resources and over columns where it has them.</summary>
    private static Func<KlaviyoResource, T>[] Ways<TResource, T>(
        Expression<Func<TResource, T>> projection, out KlaviyoResource[][] rows, string document = Document)
    {
        ColumnSet? columns = new Projection(projection, ModelMap.Empty).Columns;
        List<Func<KlaviyoResource, T>> ways = [];
        List<KlaviyoResource[]> read = [];
        foreach (ColumnSet? way in columns is null ? [null] : (ColumnSet?[])[null, columns])
        {
            foreach (bool isCompiled in (bool[])[false, true])
            {
                KlaviyoResource[] resources = [.. DocumentReader.Read(Encoding.UTF8.GetBytes(document), columns: way).Resources];
                Shaper<T> shaper = new Projection(projection, ModelMap.Empty).For<T>([]);
                for (int i = 0; isCompiled && i < 2_000; i++)
                    shaper.Shape(resources[0]);
                ways.Add(shaper.Shape);
                read.Add(resources);
            }
        }

        rows = [.. read];
        return [.. ways];
    }
}
