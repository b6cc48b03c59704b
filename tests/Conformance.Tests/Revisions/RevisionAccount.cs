using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>An emulated account at one revision, contexts on it, and the same data as objects.</summary>
internal sealed class RevisionAccount : IAsyncDisposable
{
    private RevisionAccount(KlaviyoEmulator emulator, KlaviyoCatalogue catalogue)
    {
        Emulator = emulator;
        Catalogue = catalogue;
        KlaviyoOptions Options(string key)
        {
            KlaviyoOptions options = new() { ApiKey = key, EnableRateLimiting = false, BaseAddress = emulator.BaseAddress, Revision = catalogue.Revision };
            options.Retry.MaxRetries = 0;
            return options;
        }

        At = new Contexts(new KlaviyoContext(Options("pk_tests")), new KlaviyoClientContext(ConformanceTests.Company, Options("")));
        Data = new AccountData(emulator, catalogue);
    }

    internal KlaviyoEmulator Emulator { get; }

    internal KlaviyoCatalogue Catalogue { get; }

    internal Contexts At { get; }

    internal AccountData Data { get; }

    public async ValueTask DisposeAsync()
    {
        await At.Klaviyo.DisposeAsync();
        await At.Client.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    internal static async Task<RevisionAccount> OfAsync(string revision)
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(revision)!;
        return new RevisionAccount(
            await KlaviyoEmulator.StartAsync(options =>
            {
                options.Catalogue = catalogue;
                options.Data.Profiles = 60;
                options.Data.Events = 100;
                options.Data.CatalogItems = 24;
                options.Data.CouponCodes = 24;
                options.Data.PerOtherType = 12;
            }),
            catalogue);
    }

    /// <summary>The ids that a query of the operation may need: of its parent, of the resource itself, or of a coupon; best first.</summary>
    internal IEnumerable<string> Ids(ReadFacts operation) => operation switch
    {
        { ParentType: not null } => Data.Parents(operation),
        { IsCollection: false } => Data.Of(operation.ResourceType).Select(resource => resource.Id),
        { ResourceType: "coupon-code" } => Data.Of("coupon").Select(resource => resource.Id),
        _ => [""],
    };

    /// <summary>Last request, decoded.</summary>
    internal string SentRequest => Uri.UnescapeDataString(Emulator.Requests[0].ToString());
}
