using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>An emulated account of its own, which commands change, and what is sent to it.</summary>
internal sealed class WriteWorld : IAsyncDisposable
{
    /// <summary>The id of the resources that are related to no others: a list, a tag, a catalog item and a category.</summary>
    internal const string Empty = "Empty";

    /// <summary>The id of a further catalog item and category that are related to no others.</summary>
    internal const string Spare = "Spare";

    /// <summary>The id of a campaign that can be sent, and of its message.</summary>
    internal const string Draft = "Draft";

    /// <summary>The id of a campaign that is scheduled.</summary>
    internal const string Scheduled = "Scheduled";

    /// <summary>The id of a push token, and the token.</summary>
    internal const string Token = "Registered";

    /// <summary>The address of a profile that is suppressed.</summary>
    internal const string Suppressed = "spam@example.com";

    private WriteWorld(KlaviyoEmulator emulator, SentRequests sent, Action<KlaviyoOptions>? configure)
    {
        (Emulator, Sent) = (emulator, sent);
        Klaviyo = new KlaviyoContext(Options(configure, options => options.ApiKey = "pk_tests"));
        Client = new KlaviyoClientContext(ConformanceTests.Company, Options(configure, _ => { }));
    }

    internal KlaviyoEmulator Emulator { get; }

    internal SentRequests Sent { get; }

    internal KlaviyoContext Klaviyo { get; }

    internal KlaviyoClientContext Client { get; }

    internal static async Task<WriteWorld> StartAsync(Action<KlaviyoOptions>? configure = null)
    {
        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data.Profiles = 6;
            options.Data.Events = 6;
            options.Data.CatalogItems = 4;
            options.Data.CouponCodes = 4;
            options.Data.PerOtherType = 4;
        });

        // Klaviyo deletes neither a template that a message has nor a code that a profile has.
        emulator.Add("""{"type":"template","id":"Unused","attributes":{"name":"Unused","editor_type":"CODE","html":"<p>Hello {{ first_name }}</p>"}}""");
        emulator.Add("""{"type":"coupon-code","id":"Unused","attributes":{"unique_code":"UNUSED","status":"UNASSIGNED"}}""");
        emulator.Seed(Extra(emulator.Resources("list")[0].GetProperty("id").GetString()!));
        foreach (string type in new[] { "tag", "catalog-item", "catalog-category" })
            emulator.Add($$$"""{"type":"{{{type}}}","id":"{{{Empty}}}","attributes":{}}""");
        foreach (string type in new[] { "catalog-item", "catalog-category" })
            emulator.Add($$$"""{"type":"{{{type}}}","id":"{{{Spare}}}","attributes":{}}""");
        return new WriteWorld(emulator, new SentRequests(), configure);
    }

    /// <summary>Returns the id of a resource of the account.</summary>
    internal string Id(string type, int place = 0) => Emulator.Resources(type)[place].GetProperty("id").GetString()!;

    /// <summary>Gets the address of a profile of the account.</summary>
    internal string Email => Emulator.Resources("profile").Select(profile => profile.GetProperty("attributes").GetProperty("email").GetString())
        .First(email => email is not null && email != Suppressed)!;

    public async ValueTask DisposeAsync()
    {
        Klaviyo.Dispose();
        Client.Dispose();
        await Emulator.DisposeAsync();
        Sent.Dispose();
    }

    private static string Extra(string list) =>
        """
        [
          {"type":"template","id":"Attached","attributes":{"name":"Attached","editor_type":"CODE","html":"<p>Attached</p>"}},
          {"type":"list","id":"Empty","attributes":{"name":"Empty","opt_in_process":"single_opt_in"}},
          {"type":"campaign","id":"Draft","attributes":{"name":"Draft","status":"Draft","audiences":{"included":["LIST"],"excluded":[]},
            "send_strategy":{"method":"immediate"}},"relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"Draft"}]}}},
          {"type":"campaign-message","id":"Draft","attributes":{"definition":{"channel":"email","label":"A","content":{"subject":"Leaves"}},
            "send_times":[],"created_at":"2026-01-01T00:00:00+00:00","updated_at":"2026-01-01T00:00:00+00:00"},
            "relationships":{"template":{"data":{"type":"template","id":"Attached"}}}},
          {"type":"campaign","id":"Scheduled","attributes":{"name":"Scheduled","status":"Scheduled","audiences":{"included":["LIST"],"excluded":[]},
            "send_strategy":{"method":"static","datetime":"2027-01-01T00:00:00+00:00"}}},
          {"type":"profile","id":"Suppressed","attributes":{"email":"spam@example.com","subscriptions":{"email":{"marketing":{
            "can_receive_email_marketing":false,"consent":"SUBSCRIBED","suppression":[{"reason":"USER_SUPPRESSED","timestamp":"2026-01-01T00:00:00+00:00"}],
            "list_suppressions":[]}}}}},
          {"type":"push-token","id":"Registered","attributes":{"token":"Registered","platform":"ios","vendor":"apns"}}
        ]
        """.Replace("LIST", list, StringComparison.Ordinal);

    private KlaviyoOptions Options(Action<KlaviyoOptions>? configure, Action<KlaviyoOptions> key)
    {
        var options = new KlaviyoOptions { BaseAddress = Emulator.BaseAddress, HttpMessageHandler = Sent, EnableRateLimiting = false };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        key(options);
        configure?.Invoke(options);
        return options;
    }
}
