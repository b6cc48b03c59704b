using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;

namespace Snippets.Mapping;

internal static class QueryingMapped
{
    [Snippet("mapped-classes", "mapped-query")]
    internal static async Task QueryAsync(Stage stage)
    {
        await Task.CompletedTask;
        // snippet: mapped-query
        var options = new KlaviyoOptions { ApiKey = "pk_your_private_key" }.Map<LoyaltyCard>();
        await using var klaviyo = new KlaviyoContext(options);

        DateTime since = new(2026, 1, 1);                          // no kind: UTC
        var cards = klaviyo.Set<LoyaltyCard>()
            .Where(c => c.Tier == LoyaltyTier.GoldPlus && c.Issued > since)
            .OrderByDescending(c => c.Points)
            .Select(c => new { c.Id, c.Points, c.Owner!.Email });
        Console.WriteLine(cards.Explain());
        // end snippet
    }

    [Snippet("mapped-in-code")]
    internal static async Task BuildAsync(Stage stage)
    {
        await Task.CompletedTask;
        // snippet: mapped-in-code
        var options = new KlaviyoOptions { ApiKey = "pk_your_private_key" }.Map<Voucher>("voucher", "/api/vouchers", map => map
            .Name(v => v.Text, "code")
            .Filter(v => v.Text, KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.StartsWith)
            .Sort(v => v.Text)
            .PageSize(50));
        // end snippet
        await using var klaviyo = new KlaviyoContext(options);
        Console.WriteLine(klaviyo.Set<Voucher>().Where(v => v.Text.StartsWith("A")).ToRequestUri());
    }

    [Snippet("mapped-refusal")]
    internal static async Task RefuseAsync(Stage stage)
    {
        await Task.CompletedTask;
        // snippet: mapped-refusal
        try
        {
            new KlaviyoOptions { ApiKey = "pk_your_private_key" }.Map<SensorReading>();
        }
        catch (KlaviyoConfigurationException refusal)
        {
            Console.WriteLine(refusal.Advice);
        }
        // end snippet
    }

    [Snippet("mapped-emulator")]
    internal static async Task EmulateAsync(Stage stage)
    {
        KlaviyoOptions options = new KlaviyoOptions { ApiKey = "pk_tests" }.Map<LoyaltyCard>();
        // snippet: mapped-emulator
        await using var emulator = await KlaviyoEmulator.StartAsync(o => (o.Catalogue, o.Data) = (options.MappedCatalogue, DataSize.Empty));
        emulator.Seed("""
            { "type": "loyalty-card", "id": "7c0b0b3e-4d6f-4f0e-9f3c-1c1f5a2b3c4d",
              "attributes": { "tier": "gold_plus", "points_total": 120, "issued": "2026-03-01T00:00:00+01:00" } }
            """);
        // end snippet
        options.BaseAddress = emulator.BaseAddress;
        await using var klaviyo = new KlaviyoContext(options);
        LoyaltyCard card = await klaviyo.Set<LoyaltyCard>().SingleAsync();
        Console.WriteLine($"{card.Points} points, {card.Tier}, issued {card.Issued:u} ({card.Issued.Kind})");
    }
}
