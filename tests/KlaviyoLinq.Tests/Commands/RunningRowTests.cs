using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Assignments to a row while its command is running were not sent: they still count as changes afterwards, and the next update sends them.</summary>
public sealed class RunningRowTests : CommandTests
{
    [Fact]
    public async Task Another_member_that_is_assigned_meanwhile_is_sent_by_the_next_update()
    {
        Profile ada = await AdaAsync();
        ada.FirstName = "Ada";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.LastName = "Lovelace");

        ada.WasAssigned("first_name").Should().BeFalse();
        await NextSendsAsync(ada, """{"attributes":{"last_name":"Lovelace"}}""");
    }

    [Fact]
    public async Task The_same_member_that_is_assigned_another_value_meanwhile_is_sent_by_the_next_update()
    {
        Profile ada = await AdaAsync();
        ada.FirstName = "Ada";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.FirstName = "Augusta");

        await NextSendsAsync(ada, """{"attributes":{"first_name":"Augusta"}}""");
    }

    [Fact]
    public async Task The_value_that_was_received_before_is_sent_when_it_is_assigned_again_meanwhile()
    {
        Profile ada = await AdaAsync();
        string? received = ada.FirstName;
        ada.FirstName = "Augusta";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.FirstName = received);

        await NextSendsAsync(ada, $$"""{"attributes":{"first_name":{{JsonSerializer.Serialize(received)}} } }""");
    }

    [Fact]
    public async Task The_same_value_that_is_assigned_again_meanwhile_is_saved()
    {
        Profile ada = await AdaAsync();
        ada.FirstName = "Augusta";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.FirstName = "Augusta");

        ada.HasChanges.Should().BeFalse();
    }

    [Fact]
    public async Task A_member_of_a_nested_object_that_is_assigned_meanwhile_is_sent_with_the_object()
    {
        Profile ada = await Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com", Location = new() { City = "London" } });
        ada.Location.City = "Paris";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.Location.Zip = "75001");

        ada.HasChanges.Should().BeTrue();
        await Klaviyo.Profiles.UpdateAsync(ada);
        JsonElement location = Data().GetProperty("attributes").GetProperty("location");
        (location.GetProperty("city").GetString(), location.GetProperty("zip").GetString()).Should().Be(("Paris", "75001"));
    }

    [Fact]
    public async Task Of_properties_only_the_edits_that_were_made_meanwhile_are_sent_by_the_next_update()
    {
        Profile ada = await AdaAsync();
        ada.Properties["plan"] = "gold";
        ada.Properties["size"] = 1;
        ada.Properties.Append("tags", "first");
        ada.Properties.Unset("old");

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () =>
        {
            ada.Properties["size"] = 2;
            ada.Properties.Append("tags", "first");
            ada.Properties.Append("tags", "second");
            ada.Properties.Unset("older");
        });

        await NextSendsAsync(
            ada, """{"attributes":{"properties":{"size":2}},"meta":{"patch_properties":{"append":{"tags":["first","second"]},"unset":["older"]}}}""");
    }

    [Fact]
    public async Task Properties_that_are_replaced_meanwhile_are_sent_by_the_next_update()
    {
        Profile ada = await AdaAsync();
        ada.Properties["plan"] = "gold";

        await WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.Properties = new KlaviyoMap { ["size"] = 2 });

        await NextSendsAsync(ada, """{"attributes":{"properties":{"size":2}}}""");
    }

    [Fact]
    public async Task A_new_row_that_is_assigned_to_while_it_is_created_has_its_id_and_the_change()
    {
        var vips = new List { Name = "VIPs" };

        await WhileRunningAsync(klaviyo => klaviyo.Lists.CreateAsync(vips), () => vips.Name = "Regulars");

        vips.Id.Should().NotBeEmpty();
        await Klaviyo.Lists.UpdateAsync(vips);
        (await Klaviyo.Lists[vips.Id].GetAsync()).Name.Should().Be("Regulars");
    }

    [Fact]
    public async Task Links_that_are_assigned_meanwhile_are_sent_by_the_next_update()
    {
        await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "shoes", Name = "Shoes" });
        CatalogCategory boots = await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "boots", Name = "Boots" });
        var item = new CatalogItem { ExternalId = "sku-1", Title = "Boot", Description = "A boot", Url = "https://example.com/boot" };

        await WhileRunningAsync(klaviyo => klaviyo.CatalogItems.CreateAsync(item), () => item.Categories = [boots]);

        item.HasChanges.Should().BeTrue();
        await Klaviyo.CatalogItems.UpdateAsync(item);
        Data().GetProperty("relationships").GetProperty("categories").GetProperty("data")[0].GetProperty("id").GetString().Should().Be(boots.Id);
        item.HasChanges.Should().BeFalse();
    }

    [Fact]
    public async Task A_failed_command_leaves_everything_assigned()
    {
        Profile ada = await AdaAsync();
        ada.FirstName = "Ada";
        using var fault = Emulator.Faults.On("PATCH /api/profiles/{id}").Respond(400);

        Func<Task> updating = () => WhileRunningAsync(klaviyo => klaviyo.Profiles.UpdateAsync(ada), () => ada.LastName = "Lovelace");

        await updating.Should().ThrowAsync<KlaviyoValidationException>();
        (ada.WasAssigned("first_name"), ada.WasAssigned("last_name")).Should().Be((true, true));
    }

    private Task<Profile> AdaAsync() => Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com", FirstName = "A." });

    private async Task WhileRunningAsync(Func<KlaviyoContext, Task> command, Action assign)
    {
        using HeldAnswers held = new(Wire, request => request.Method != HttpMethod.Get);
        using KlaviyoContext klaviyo = NewContext(options => options.HttpMessageHandler = held);
        Task running = command(klaviyo);
        await held.Arrived.InTimeAsync();
        assign();
        held.Release();
        await running.InTimeAsync();
    }

    private async Task NextSendsAsync(Profile profile, string data)
    {
        profile.HasChanges.Should().BeTrue();
        await Klaviyo.Profiles.UpdateAsync(profile);
        LastBodyIs($$"""{"data":{"type":"profile","id":"{{profile.Id}}",{{data[1..^1]}} } }""");
        profile.HasChanges.Should().BeFalse();
    }

    private JsonElement Data() => JsonElement.Parse(Wire.Last.Body!).GetProperty("data");
}
