using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;

namespace KlaviyoLinq.Docs.Tests.Translation;

/// <summary>An emulated account that refuses what the live API refuses, and one that speaks the language of the 2022 overview.</summary>
public sealed class TranslationAccount : IAsyncLifetime
{
    private const string Company = "ABC123";

    private readonly List<string> _unsent = [];
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoEmulator _overview = null!;

    internal KlaviyoContext Klaviyo { get; private set; } = null!;

    internal KlaviyoContext Overview { get; private set; } = null!;

    internal KlaviyoClientContext Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            o.Strictness = Strictness.Live;
            o.CompanyId = Company;
            o.Data.Profiles = 30;
            o.Data.Events = 60;
        });
        _overview = await KlaviyoEmulator.StartAsync(o =>
        {
            o.Grammar = FilterGrammar.Overview2022;
            o.Data.Profiles = 30;
            o.Data.Events = 60;
        });
        Profile jane = new() { Id = "01JANE", Email = "jane@example.com", FirstName = "Jane" };
        _emulator.Seed(
            new List { Id = "Y6nRLr", Name = "Newsletter", Profiles = [jane] },
            new Event
            {
                Id = "4vRpBT",
                Datetime = new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero),
                Profile = jane,
                Metric = new Metric { Id = "WKHXf4", Name = "Placed Order" },
            });
        Klaviyo = _emulator.CreateContext(o => o.EnableRateLimiting = false);
        Overview = _overview.CreateContext(o => o.EnableRateLimiting = false);
        Client = new KlaviyoClientContext(Company, new KlaviyoOptions { BaseAddress = _emulator.BaseAddress, EnableRateLimiting = false });
    }

    public async Task DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Overview.DisposeAsync();
        await Client.DisposeAsync();
        await _emulator.DisposeAsync();
        await _overview.DisposeAsync();
    }

    /// <summary>Returns the requests since the last call, decoded, first pages only.</summary>
    internal IReadOnlyList<string> TakeRequests()
    {
        string[] requests = [.. _emulator.Requests.Concat(_overview.Requests).Where(r => r.Parameter("page[cursor]") is null).Select(Text), .. _unsent];
        _unsent.Clear();
        _emulator.ClearRequests();
        _overview.ClearRequests();
        return requests;
    }

    /// <summary>Notes a request that was made and not sent.</summary>
    internal Task NoteAsync(Uri request)
    {
        _unsent.Add("GET " + Uri.UnescapeDataString(request.PathAndQuery));
        return Task.CompletedTask;
    }

    private static string Text(ReceivedRequest request)
    {
        string query = string.Join('&', request.Parameters.Select(p => $"{p.Key}={p.Value}"));
        string header = request.Headers.TryGetValue("X-Klaviyo-API-Filters", out string? filters) ? $" (X-Klaviyo-API-Filters: {filters})" : "";
        return $"GET {request.Path}{(query.Length == 0 ? "" : "?" + query)}{header}";
    }
}
