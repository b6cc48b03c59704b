using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>After a lost answer the effect is looked for by reading, and what is not certain is not called certain.</summary>
public sealed class ProbeTests : CommandTests
{
    private static readonly byte[] _picture = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public async Task The_copy_of_a_template_is_found_by_its_name()
    {
        Template source = await Klaviyo.Templates.CreateAsync(new Template { Name = "Autumn", EditorType = "CODE", Html = "<p></p>" });
        KlaviyoUnknownOutcomeException unknown = await LostAsync("POST /api/template-clone", k => k.Templates[source.Id].CloneAsync("Winter"));
        (await unknown.ResolveAsync()).Ids.Should().BeEmpty("there is no template of this name");

        DateTimeOffset created = TimeProvider.System.GetUtcNow().AddMinutes(1);
        Emulator.Add($$$"""{"type":"template","id":"Copy","attributes":{"name":"Winter","created":"{{{created:O}}}"} }""");

        (await unknown.ResolveAsync()).Id.Should().Be("Copy");
    }

    [Fact]
    public async Task An_older_template_of_the_name_is_not_the_copy()
    {
        Emulator.Add("""{"type":"template","id":"Old","attributes":{"name":"Winter","created":"2001-01-01T00:00:00+00:00"}}""");

        (await (await LostAsync("POST /api/template-clone", k => k.Templates["Old"].CloneAsync("Winter"))).ResolveAsync()).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task A_copy_whose_name_Klaviyo_chooses_cannot_be_looked_for() =>
        NothingShows(await LostAsync("POST /api/template-clone", k => k.Templates["T"].CloneAsync()));

    [Theory]
    [InlineData("email")]
    [InlineData("sms")]
    [InlineData("mobile_push")]
    public async Task The_copy_of_a_campaign_is_found_whatever_its_channel(string channel)
    {
        KlaviyoUnknownOutcomeException unknown = await LostAsync("POST /api/campaign-clone", k => k.Campaigns["C"].CloneAsync("Winter"));
        Emulator.Add(
            $$$"""
            {"type":"campaign-message","id":"M","attributes":{"definition":{"channel":"{{{channel}}}","label":"A"} },
              "relationships":{"campaign":{"data":{"type":"campaign","id":"Copy"} } } }
            """);
        Emulator.Add(
            $$$"""
            {"type":"campaign","id":"Copy","attributes":{"name":"Winter","status":"Draft","created_at":"{{{TimeProvider.System.GetUtcNow().AddMinutes(1):O}}}"},
              "relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M"}]} } }
            """);

        (await unknown.ResolveAsync()).Id.Should().Be("Copy");
    }

    [Theory]
    [InlineData(null, "logo", true)]
    [InlineData(null, "logo_1", true)]
    [InlineData("Brand", "Brand (1)", true)]
    [InlineData("Brand", "logo", false)]
    public async Task An_image_is_found_by_the_beginning_of_its_name_and_is_never_certain(string? name, string found, bool isFound)
    {
        Func<KlaviyoContext, Task>[] commands =
        [
            k => k.Images.UploadAsync(new MemoryStream(_picture), "logo.png", name),
            k => k.Images.ImportAsync(new Uri("https://example.com/files/logo.png?v=2"), name),
        ];
        string[] routes = ["POST /api/image-upload", "POST /api/images"];
        for (int i = 0; i < commands.Length; i++)
        {
            KlaviyoUnknownOutcomeException unknown = await LostAsync(routes[i], commands[i]);
            DateTimeOffset updated = TimeProvider.System.GetUtcNow().AddMinutes(1);
            Emulator.Add($$$"""{"type":"image","id":"I{{{i}}}","attributes":{"name":"{{{found}}}","updated_at":"{{{updated:O}}}"} }""");
            Emulator.Add($$$"""{"type":"image","id":"Old{{{i}}}","attributes":{"name":"{{{found}}}","updated_at":"2001-01-01T00:00:00+00:00"}}""");

            KlaviyoResolution resolution = await unknown.ResolveAsync();

            resolution.IsSaved.Should().BeFalse("an image does not say when it was created");
            resolution.IsAmbiguous.Should().Be(isFound);
            resolution.Ids.Contains($"I{i}").Should().Be(isFound);
            resolution.Ids.Should().NotContain($"Old{i}");
        }
    }

    [Fact]
    public async Task An_image_in_the_address_itself_has_no_name_to_look_for() =>
        NothingShows(await LostAsync("POST /api/images", k => k.Images.ImportAsync(new Uri("data:image/png;base64,iVBORw0KGgo="))));

    [Fact]
    public async Task A_link_between_schemas_is_found_in_the_relationship()
    {
        Emulator.Add("""{"type":"object-schema","id":"S","attributes":{"title":"Orders"}}""");
        KlaviyoUnknownOutcomeException unknown = await LostAsync(
            "POST /api/object-schemas/{id}/relationships/object-schemas", k => k.ObjectSchemas["S"].ObjectSchemas.AddAsync("R", "items"));
        using EmulatorFault none = Emulator.Faults.On("GET /api/object-schemas/{id}/relationships/object-schemas").First(1).Body("""{"data":[],"links":{}}""");
        (await unknown.ResolveAsync()).Ids.Should().BeEmpty();
        using EmulatorFault one = Emulator.Faults.On("GET /api/object-schemas/{id}/relationships/object-schemas")
            .Body("""{"data":[{"type":"object-schema","id":"R:::others"},{"type":"object-schema","id":"R:::items"}],"links":{}}""");

        KlaviyoResolution found = await unknown.ResolveAsync();

        found.Ids.Should().Equal("R:::items");
        found.IsAmbiguous.Should().BeTrue("a link does not say when it was made");
    }

    [Fact]
    public async Task A_source_that_was_never_there_does_not_count_as_merged()
    {
        string profile = (await Klaviyo.Profiles.FirstAsync()).Id;

        KlaviyoUnknownOutcomeException unknown = await LostAsync("POST /api/profile-merge", k => k.Profiles[profile].MergeAsync("NEVER"));

        KlaviyoResolution found = await unknown.ResolveAsync();
        found.IsSaved.Should().BeFalse();
        found.IsAmbiguous.Should().BeTrue("a source that is gone may have been merged");
    }

    [Fact]
    public async Task What_no_reading_shows_says_so()
    {
        using KlaviyoClientContext client = new("ABC123", new KlaviyoOptions { BaseAddress = Emulator.BaseAddress, Retry = { MaxRetries = 0 } });
        var ada = new Profile { Email = "ada@example.com" };
        NothingShows(await LostAsync("POST /api/conversation-messages", k => k.SendConversationMessageAsync("C", "Hello")));
        NothingShows(await LostAsync(
            "POST /api/back-in-stock-subscriptions", k => k.CatalogVariants["V"].SubscribeBackInStockAsync(ada, Writing.KlaviyoChannels.Email)));
        NothingShows(await LostAsync(
            "POST /client/back-in-stock-subscriptions", _ => client.SubscribeBackInStockAsync("V", ada, Writing.KlaviyoChannels.Email)));
        NothingShows(await LostAsync("POST /client/subscriptions", _ => client.SubscribeAsync("L", ada)));
    }

    private async Task<KlaviyoUnknownOutcomeException> LostAsync(string route, Func<KlaviyoContext, Task> command)
    {
        using EmulatorFault fault = Emulator.Faults.On(route).Reset();
        Func<Task> sending = () => command(Klaviyo);
        KlaviyoUnknownOutcomeException unknown = (await sending.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;
        (unknown.Operation is not null && unknown.Attempts == 1).Should().BeTrue("it says which request was lost");
        return unknown;
    }

    private static void NothingShows(KlaviyoUnknownOutcomeException unknown)
    {
        unknown.CanResolve.Should().BeFalse();
        unknown.Message.Should().Contain("ResolveAsync cannot look for it");
        unknown.Awaiting(u => u.ResolveAsync()).Should().ThrowAsync<InvalidOperationException>();
    }
}
