using System.Linq.Expressions;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Documents.Repetition;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>Tests that projections read from columns give the same rows as projections read from objects.</summary>
public sealed class ColumnProjectionTests
{
    private const string Profiles = """
        {"data":[
        {"type":"profile","id":"A","attributes":{"email":"a@example.com","created":"2026-07-01T00:00:00Z","location":{"city":"Rome","latitude":"41.9"},"properties":{"size":"M","age":3}}},
        {"type":"profile","id":"B","attributes":{"email":null,"location":null,"properties":null}},
        {"type":"profile","id":"C","attributes":{"location":{"city":"x"},"location":{"country":"Italy"}}},
        {"type":"profile","id":"D","attributes":null},
        {"type":"profile","id":"E"}]}
        """;

    private const string Events = """
        {"data":[
        {"type":"event","id":"1","attributes":{"datetime":"2026-07-01T00:00:00Z","event_properties":{"value":5}},"relationships":{"metric":{"data":{"type":"metric","id":"M"}},"profile":{"data":null}}},
        {"type":"event","id":"2","attributes":{"datetime":null},"relationships":{"metric":{"links":{"self":"https://x/api/events/2/metric/"}}}},
        {"type":"event","id":"3","relationships":{"metric":{"data":{"type":"metric","id":"M"}},"profile":{"data":{"type":"profile","id":"P"}}}}],
        "included":[{"type":"metric","id":"M","attributes":{"name":"Opened"}}]}
        """;

    [Fact]
    public void Scalars_of_the_resource_and_of_its_objects_are_columns()
    {
        Same((Profile p) => new { p.Id, p.Email, p.Location.City });
        Same((Profile p) => ValueTuple.Create(p.Created, p.Location.Latitude));
        Same((Profile p) => p.ResourceType + p.Id);
        Same((Profile p) => (p.Email ?? "none").ToUpperInvariant() + (p.Location.City ?? "").Length);
        Same((Profile p) => p.Email == null ? p.Location.Country : p.Email);
        Same((Profile p) => new { p.Email, p.FirstName, p.LastName, p.Location.City, p.Location.Zip, p.Title, p.Created });
        Same((Profile p) => 7);
    }

    [Fact]
    public void Properties_of_the_authors_own_are_read_through_their_column()
    {
        Same((Profile p) => p.Properties.GetString("size"));
        Same((Profile p) => p.Properties);
    }

    [Fact]
    public void Ids_at_the_other_end_of_relationships_are_columns()
    {
        Same((Event e) => new { e.Datetime, e.MetricId, e.ProfileId }, Events);
        Same((Event e) => e.Metric.Id + e.Profile.Id, Events);
    }

    [Fact]
    public void The_sort_key_is_a_column_too()
    {
        Same((Profile p) => p.Email, sortedBy: "created");
        Same((Profile p) => new { p.Email, p.Created }, sortedBy: "created");
        Same((Profile p) => p.Email, sortedBy: "id");
        Same((Profile p) => p.Email, sortedBy: "joined_group_at");
    }

    [Fact]
    public void A_projection_that_reads_more_than_scalars_reads_objects_of_the_model()
    {
        ColumnCase.Of((Profile p) => p).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => new { p.Email, p.Location }).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => new { Whole = p }).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => p.WasReceived("email")).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => p.Lists.Count).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => p.Relationships["lists"]).HasColumns.Should().BeFalse();
        ColumnCase.Of((Event e) => e.Metric.Name).HasColumns.Should().BeFalse();
        ColumnCase.Of((KlaviyoResource r) => r.Id).HasColumns.Should().BeFalse();
        ColumnCase.Of((Profile p) => p.Email, sortedBy: "location").HasColumns.Should().BeFalse();
    }

    [Fact]
    public void An_unreadable_value_is_reported_with_its_resource_and_path()
    {
        const string Document = """{"data":[{"type":"profile","id":"A"},{"type":"profile","id":"B","attributes":{"predictive_analytics":{"historic_clv":"north"}}}]}""";
        ColumnCase both = ColumnCase.Of((Profile p) => p.PredictiveAnalytics.HistoricClv);
        both.ByColumns<double?>(Document).Failure!.Message.Should().Be(both.ByObjects<double?>(Document).Failure!.Message)
            .And.Contain("$.data[1].attributes.predictive_analytics.historic_clv").And.Contain("B");
    }

    [Fact]
    public void Members_without_a_column_must_be_well_formed_nevertheless()
    {
        ColumnCase both = ColumnCase.Of((Profile p) => p.Email);
        both.ByColumns<string>("""{"data":[{"type":"profile","id":"A","attributes":{"title":tru}}]}""").Failure.Should()
            .BeOfType<KlaviyoLinq.Errors.KlaviyoProtocolException>();
        both.ByColumns<string>("""{"data":[{"type":"profile","id":"A","attributes":{"created":"yesterday"}}]}""").Failure.Should().BeNull();
    }

    private static void Same<TResource, TRow>(Expression<Func<TResource, TRow>> projection, string document = Profiles, string? sortedBy = null)
    {
        ColumnCase both = ColumnCase.Of(projection, sortedBy);
        both.HasColumns.Should().BeTrue();
        PageMemory memory = new();
        foreach (string once in (string[])[document, document])
        {
            ColumnCase.Outcome columns = both.ByColumns<TRow>(once, memory);
            columns.Failure?.Message.Should().Be(both.ByObjects<TRow>(once).Failure?.Message);
            columns.Rows.Should().Be(both.ByObjects<TRow>(once).Rows);
        }
    }
}
