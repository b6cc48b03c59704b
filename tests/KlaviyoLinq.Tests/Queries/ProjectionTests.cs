using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class ProjectionTests(EmulatedAccount account) : QueryTests(account)
{
    private readonly struct Named(string? name)
    {
        public string? Name { get; } = name;

        public override string ToString() => Name ?? "";
    }

    [Fact]
    public async Task Text_conditions_and_code_for_null_run_on_each_row() =>
        await Answers(
            Klaviyo.Profiles.Select(p => new
            {
                Text = $"{p.FirstName} <{p.Email}>",
                Kind = p.Created > Since ? "new" : "old",
                Name = p.LastName ?? p.FirstName ?? "?",
                Length = p.Email == null ? 0 : p.Email.Length,
                Year = p.Created.HasValue ? p.Created.Value.Year : (int?)null,
            }),
            "/api/profiles?fields[profile]=first_name,email,created,last_name&page[size]=100",
            Data.Profiles.Select(p => new
            {
                Text = $"{p.FirstName} <{p.Email}>",
                Kind = p.Created > Since ? "new" : "old",
                Name = p.LastName ?? p.FirstName ?? "?",
                Length = p.Email == null ? 0 : p.Email.Length,
                Year = p.Created.HasValue ? p.Created.Value.Year : (int?)null,
            }));

    [Fact]
    public async Task Nested_objects_tuples_structs_and_boxes_are_made()
    {
        await Answers(
            Klaviyo.Profiles.Select(p => new { p.Id, At = new { p.Location.City, p.Location.Country } }),
            "/api/profiles?fields[profile]=location.city,location.country&page[size]=100",
            Data.Profiles.Select(p => new { p.Id, At = new { p.Location?.City, p.Location?.Country } }));
        await Answers(
            Klaviyo.Profiles.Select(p => ValueTuple.Create(p.Id, p.Email)), "/api/profiles?fields[profile]=email&page[size]=100",
            Data.Profiles.Select(p => ValueTuple.Create(p.Id, p.Email)));
        await Answers(
            Klaviyo.Profiles.Select(p => new Named(p.Email)), "/api/profiles?fields[profile]=email&page[size]=100",
            Data.Profiles.Select(p => new Named(p.Email)));
        await Answers(
            Klaviyo.Profiles.Select(p => (object?)p.Created), "/api/profiles?fields[profile]=created&page[size]=100",
            Data.Profiles.Select(p => (object?)p.Created));
        await Answers(
            Klaviyo.Profiles.Select(p => string.Join("|", new[] { p.Email, p.Id })), "/api/profiles?fields[profile]=email&page[size]=100",
            Data.Profiles.Select(p => string.Join("|", new[] { p.Email, p.Id })));
    }

    [Fact]
    public async Task Identity_constants_and_captured_values_ask_for_all_or_for_ids()
    {
        int seven = 7;
        await Answers(Klaviyo.Tags.Select(t => t), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.Select(t => 1), "/api/tags?fields[tag]=id&page[size]=50", Data.Of<Tag>().Select(t => 1));
        await Answers(Klaviyo.Tags.Select(t => seven * 6), "/api/tags?fields[tag]=id&page[size]=50", Data.Of<Tag>().Select(t => seven * 6));
        await Answers(Klaviyo.Tags.Select(t => t.Name + seven), "/api/tags?fields[tag]=name&page[size]=50", Data.Of<Tag>().Select(t => t.Name + seven));
    }

    [Fact]
    public async Task A_method_as_selector_gets_the_whole_resource()
    {
        await Answers(Klaviyo.Tags.Select(t => Shout(t)), "/api/tags?page[size]=50", Data.Of<Tag>().Select(Shout));
        await Answers(Klaviyo.Tags.Select(t => Shouted(t.Name)), "/api/tags?fields[tag]=name&page[size]=50", Data.Of<Tag>().Select(t => Shouted(t.Name)));
    }

    [Fact]
    public async Task Free_form_members_are_read_by_index()
    {
        string key = Data.Profiles.SelectMany(p => p.Properties.Keys).First();
        await Answers(
            Klaviyo.Profiles.Select(p => new { p.Id, Value = p.Properties[key] }),
            "/api/profiles?fields[profile]=properties&page[size]=100",
            Data.Profiles.Select(p => new { p.Id, Value = p.Properties[key] }));
    }

    [Fact]
    public async Task Of_an_included_collection_only_the_fields_that_are_read_are_requested()
    {
        await Answers(
            Klaviyo.Flows.Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select(t => t.Name)) }),
            "/api/flows?include=tags&fields[flow]=id&fields[tag]=name&page[size]=50",
            Data.Of<Flow>().Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select(t => t.Name)) }));
        await Answers(
            Klaviyo.Flows.Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select(t => t.Id).ToList()) }),
            "/api/flows?include=tags&fields[flow]=id&fields[tag]=id&page[size]=50",
            Data.Of<Flow>().Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select(t => t.Id)) }));
        await Answers(
            Klaviyo.Flows.Select(f => new { f.Id, f.Tags.Count, Any = f.Tags.Any(), A = f.Tags.Count(t => t.Name.Contains('a')) }),
            "/api/flows?include=tags&fields[flow]=id&fields[tag]=name&page[size]=50",
            Data.Of<Flow>().Select(f => new { f.Id, f.Tags.Count, Any = f.Tags.Any(), A = f.Tags.Count(t => t.Name.Contains('a')) }));
        await Answers(
            Klaviyo.Flows.Select(f => new { f.Id, f.Tags.Count }),
            "/api/flows?include=tags&fields[flow]=id&fields[tag]=id&page[size]=50",
            Data.Of<Flow>().Select(f => new { f.Id, f.Tags.Count }));
        await Answers(
            Klaviyo.Flows.Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select((t, i) => i + t.Name)) }),
            "/api/flows?include=tags&fields[flow]=id&fields[tag]=name&page[size]=50",
            Data.Of<Flow>().Select(f => new { f.Id, Tags = string.Join(",", f.Tags.Select((t, i) => i + t.Name)) }));
    }

    [Fact]
    public async Task Objects_are_made_of_each_element_of_an_included_collection()
    {
        var flows = await Klaviyo.Flows.OrderBy(f => f.Id).Select(f => new { f.Id, Tags = f.Tags.Select(t => new { t.Id, t.Name }).ToList() }).ToListAsync();

        Uri.UnescapeDataString(Emulator.Requests[^1].Query).Should().Contain("include=tags&fields[flow]=id&fields[tag]=name");
        flows.Should().BeEquivalentTo(Data.Of<Flow>().Select(f => new { f.Id, Tags = f.Tags.Select(t => new { t.Id, t.Name }).ToList() }));
    }

    [Fact]
    public async Task A_non_nullable_value_of_a_missing_resource_is_an_error_that_names_it_and_null_where_it_is_cast()
    {
        Emulator.Add("{\"type\":\"tag\",\"id\":\"LONELY\",\"attributes\":{\"name\":\"lonely\"}}");
        try
        {
            var lonely = Klaviyo.Tags.Where(t => t.Name == "lonely");
            (await lonely.Select(t => new { t.Id, Exclusive = (bool?)t.TagGroup.Exclusive }).SingleAsync()).Exclusive.Should().BeNull();
            (await lonely.Select(t => t.TagGroup.Name).SingleAsync()).Should().BeNull();
            (await lonely.Invoking(q => q.Select(t => t.TagGroup.Exclusive).ToListAsync()).Should().ThrowAsync<KlaviyoMaterializationException>())
                .Which.Should().Match<KlaviyoMaterializationException>(e => e.Message.Contains("TagGroup.Exclusive") && e.ResourceId == "LONELY");
        }
        finally
        {
            Emulator.Remove("tag", "LONELY");
        }
    }

    private static string Shout(Tag tag) => tag.Name + "!";

    private static string Shouted(string name) => name + "!";
}
