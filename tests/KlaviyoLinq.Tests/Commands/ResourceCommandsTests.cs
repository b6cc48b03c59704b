using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ResourceCommandsTests : CommandTests
{
    [Fact]
    public async Task Create_sends_what_was_assigned_and_returns_what_Klaviyo_answers()
    {
        var draft = new List { Name = "VIPs" };

        List list = await Klaviyo.Lists.CreateAsync(draft);

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/lists" });
        LastBodyIs("""{"data":{"type":"list","attributes":{"name":"VIPs"}}}""");
        list.Id.Should().NotBeEmpty().And.Be(draft.Id);
        list.Created.Should().NotBeNull();
        draft.HasChanges.Should().BeFalse();
        (await Klaviyo.Lists[list.Id].GetAsync()).Name.Should().Be("VIPs");
    }

    [Fact]
    public async Task Update_sends_what_changed_since_the_resource_was_read_and_null_as_null()
    {
        Profile ada = await Klaviyo.Profiles.FirstAsync();
        ada.FirstName = "Ada";
        ada.Title = null;
        ada.Email = ada.Email;

        await Klaviyo.Profiles.UpdateAsync(ada);

        Wire.Last.Should().BeEquivalentTo(new { Method = "PATCH", Uri = $"/api/profiles/{ada.Id}" });
        Wire.Last.Body.Should().Contain("\"first_name\":\"Ada\"").And.NotContain("email");
        (await Klaviyo.Profiles[ada.Id].GetAsync()).FirstName.Should().Be("Ada");
    }

    [Fact]
    public async Task Update_of_a_resource_without_changes_sends_nothing()
    {
        Profile ada = await Klaviyo.Profiles.FirstAsync();
        int before = Wire.Sent.Count;

        (await Klaviyo.Profiles.UpdateAsync(ada)).Should().BeSameAs(ada);

        Wire.Sent.Should().HaveCount(before);
    }

    [Fact]
    public async Task Setters_update_without_reading()
    {
        string id = (await Klaviyo.Profiles.FirstAsync()).Id;

        await Klaviyo.Profiles[id].UpdateAsync(s => s
            .SetProperty(p => p.FirstName, "Ada")
            .SetProperty(p => p.Location.City, "London")
            .SetProperty(p => p.Properties["plan"], "gold")
            .Unset(p => p.Properties["trial_ends"]));

        LastBodyIs($$$"""
            {"data":{"type":"profile","id":"{{{id}}}","attributes":{"first_name":"Ada","location":{"city":"London"},"properties":{"plan":"gold"}},
            "meta":{"patch_properties":{"unset":["trial_ends"]} } }}
            """);
        Profile ada = await Klaviyo.Profiles[id].GetAsync();
        ada.Location.City.Should().Be("London");
        ada.Properties["plan"].AsString().Should().Be("gold");
    }

    [Fact]
    public async Task Edits_of_the_properties_are_sent_key_by_key()
    {
        Profile ada = await Klaviyo.Profiles.FirstAsync();
        ada.Properties["plan"] = "gold";
        ada.Properties.Unset("trial_ends");
        ada.Properties.Append("interests", "chess");

        await Klaviyo.Profiles.UpdateAsync(ada);

        LastBodyIs($$$"""
            {"data":{"type":"profile","id":"{{{ada.Id}}}","attributes":{"properties":{"plan":"gold"}},
            "meta":{"patch_properties":{"append":{"interests":"chess"},"unset":["trial_ends"]} } }}
            """);
    }

    [Fact]
    public async Task Delete_removes_the_resource()
    {
        string id = (await Klaviyo.Lists.CreateAsync(new List { Name = "Old" })).Id;

        await Klaviyo.Lists[id].DeleteAsync();

        Wire.Last.Should().Be(new SentRequest("DELETE", $"/api/lists/{id}", null));
        (await Klaviyo.Lists.FindAsync(id)).Should().BeNull();
    }

    [Fact]
    public async Task Upsert_reports_whether_the_profile_was_created()
    {
        Upserted<Profile> first = await Klaviyo.Profiles.AddOrUpdateAsync(new Profile { Email = "ada@example.com", FirstName = "Ada" });
        Upserted<Profile> second = await Klaviyo.Profiles.AddOrUpdateAsync(new Profile { Email = "ada@example.com", LastName = "Lovelace" });

        first.Created.Should().BeTrue();
        second.Created.Should().BeFalse();
        second.Row.Id.Should().Be(first.Row.Id);
        Wire.Sent.Select(request => request.Uri).Should().Equal("/api/profile-import", "/api/profile-import");
    }

    [Fact]
    public async Task A_second_profile_of_an_identifier_is_a_typed_conflict()
    {
        Profile ada = await Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com" });

        Func<Task> creating = () => Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com" });

        (await creating.Should().ThrowAsync<KlaviyoDuplicateProfileException>()).Which.DuplicateProfileId.Should().Be(ada.Id);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_by_name_before_anything_is_sent()
    {
        Func<Task> creating = () => Klaviyo.Lists.CreateAsync(new List { Created = DateTimeOffset.UnixEpoch });

        KlaviyoCommandRefusedException refused = (await creating.Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which;
        refused.Findings.Select(finding => finding.Code).Should().BeEquivalentTo(
            [KlaviyoFindingCode.MemberReadOnly, KlaviyoFindingCode.RequiredMemberMissing]);
        refused.Message.Should().Contain("Created (created)").And.Contain("^^^");
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_namesake_that_does_not_say_when_it_was_made_is_not_taken_for_the_new_resource()
    {
        await Klaviyo.Tags.CreateAsync(new Tag { Name = "Autumn" });
        Emulator.Faults.On("POST /api/tags").Reset();

        Func<Task> creating = () => Klaviyo.Tags.CreateAsync(new Tag { Name = "Autumn" });

        KlaviyoUnknownOutcomeException unknown = (await creating.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;
        KlaviyoResolution found = await unknown.ResolveAsync();
        found.IsSaved.Should().BeFalse();
        found.IsAmbiguous.Should().BeTrue();
        found.Id.Should().BeNull();
    }

    [Fact]
    public async Task A_context_of_an_older_revision_sends_no_command()
    {
        using KlaviyoContext older = NewContext(options => (options.Revision, options.Catalogue) = ("2025-07-15", KlaviyoCatalogue.For("2025-07-15")!));

        Func<Task> deleting = () => older.Lists["Y6nRLr"].DeleteAsync();

        (await deleting.Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which.Findings.Should().ContainSingle()
            .Which.Code.Should().Be(KlaviyoFindingCode.BodyNotInRevision);
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_read_only_context_sends_no_command()
    {
        using KlaviyoContext reading = NewContext(options => options.ReadOnly = true);

        Func<Task> deleting = () => reading.Lists["Y6nRLr"].DeleteAsync();

        (await deleting.Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which.Findings.Should().ContainSingle()
            .Which.Code.Should().Be(KlaviyoFindingCode.ContextReadOnly);
        Wire.Sent.Should().BeEmpty();
    }
}
