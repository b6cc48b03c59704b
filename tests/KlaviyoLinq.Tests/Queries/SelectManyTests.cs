using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class SelectManyTests(EmulatedAccount account) : QueryTests(account)
{
    private List List => Data.Of<List>().First(l => l.Profiles.Count > 2);

    [Fact]
    public async Task From_one_resource_to_what_is_related_is_the_related_collection()
    {
        string id = List.Id;
        await Answers(Klaviyo.Lists.Where(l => l.Id == id).SelectMany(l => l.Profiles), $"/api/lists/{id}/profiles?page[size]=100", List.Profiles);
        await Answers(from l in Klaviyo.Lists where l.Id == id from p in l.Profiles select p, $"/api/lists/{id}/profiles?page[size]=100", List.Profiles);
        await Answers(Klaviyo.Lists[id].SelectMany(l => l.Tags), $"/api/lists/{id}/tags", List.Tags);
    }

    [Fact]
    public async Task Later_operators_apply_to_the_elements()
    {
        string id = List.Id, email = List.Profiles[1].Email!;
        await Answers(
            from l in Klaviyo.Lists where l.Id == id from p in l.Profiles where p.Email == email select new { p.Email, p.FirstName },
            $"/api/lists/{id}/profiles?filter=equals(email,\"{email}\")&fields[profile]=email,first_name&page[size]=100",
            [new { List.Profiles[1].Email, List.Profiles[1].FirstName }]);
        await Answers(
            Klaviyo.Lists.Where(l => l.Id == id).SelectMany(l => l.Profiles).Where(p => p.Email == email).Select(p => p.Id),
            $"/api/lists/{id}/relationships/profiles?filter=equals(email,\"{email}\")&page[size]=100",
            [List.Profiles[1].Id]);
        await Answers(
            Klaviyo.Lists.Where(l => l.Id == id).SelectMany(l => l.Profiles, (l, p) => p.FirstName + "!"),
            $"/api/lists/{id}/profiles?fields[profile]=first_name&page[size]=100",
            List.Profiles.Select(p => p.FirstName + "!"));
    }

    [Fact]
    public async Task The_operator_of_Queryable_itself_is_read_too()
    {
        string id = List.Id;
        var query = (IKlaviyoQueryable<Tag>)((IQueryable<List>)Klaviyo.Lists).Where(l => l.Id == id).SelectMany(l => l.Tags);
        await Answers(query, $"/api/lists/{id}/tags", List.Tags);
        var both = (IKlaviyoQueryable<string>)((IQueryable<List>)Klaviyo.Lists).Where(l => l.Id == id).SelectMany(l => l.Tags, (l, t) => t.Name);
        await Answers(both, $"/api/lists/{id}/tags?fields[tag]=name", List.Tags.Select(t => t.Name));
    }

    [Fact]
    public async Task Without_one_id_it_is_refused()
    {
        await Refuses(Klaviyo.Lists.SelectMany(l => l.Profiles), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists.Where(l => l.Name == "VIP").SelectMany(l => l.Profiles), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists.Where(l => l.Id == "a" && l.Name == "VIP").SelectMany(l => l.Profiles), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists["a"].Where(l => l.Name == "VIP").SelectMany(l => l.Profiles), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists.Where(l => l.Id == "").SelectMany(l => l.Profiles), KlaviyoFindingCode.IdNotSendable);
    }

    [Fact]
    public async Task To_anything_but_one_related_collection_it_is_refused()
    {
        await Refuses(Klaviyo.Lists["a"].SelectMany(l => l.Name!), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists["a"].SelectMany(l => l.Profiles).SelectMany(p => p.Lists), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists["a"].Profiles.SelectMany(p => p.Lists), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Events["a"].SelectMany(e => e.Attributions), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists["a"].SelectMany(_ => new[] { 1, 2 }), KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(from l in Klaviyo.Lists where l.Id == "a" from p in Klaviyo.Profiles select p, KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(
            from l in Klaviyo.Lists where l.Id == "a" from p in Klaviyo.Profiles.Where(p => p.Id == l.Name) select p.Email + l.Name,
            KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(Klaviyo.Lists["a"].SelectMany(l => l.Profiles.Where(p => p.Email == "b")), KlaviyoFindingCode.SelectManyNotTranslatable);
    }

    [Fact]
    public async Task Members_of_the_outer_resource_are_refused()
    {
        string id = List.Id;
        KlaviyoFinding finding = (await Refuses(
            from l in Klaviyo.Lists where l.Id == id from p in l.Profiles select new { l.Name, p.Email },
            KlaviyoFindingCode.SelectManyNotTranslatable)).Single();
        finding.Fragment.Should().Be("l.Name");
        await Refuses(from l in Klaviyo.Lists where l.Id == id from p in l.Profiles select l, KlaviyoFindingCode.SelectManyNotTranslatable);
        await Refuses(
            from l in Klaviyo.Lists where l.Id == id from p in l.Profiles where p.Email == l.Name select p, KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(
            from l in Klaviyo.Lists where l.Id == id from p in l.Profiles where l.Name == "VIP" select p, KlaviyoFindingCode.PredicateNotTranslatable);
    }
}
