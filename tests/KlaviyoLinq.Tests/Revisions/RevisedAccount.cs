using System.Text;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Revisions;

/// <summary>An emulated account of one revision, and a context that asks it.</summary>
internal sealed class RevisedAccount : IAsyncDisposable
{
    private RevisedAccount(KlaviyoEmulator emulator, string revision)
    {
        Emulator = emulator;
        Klaviyo = new KlaviyoContext(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress, Revision = revision });
    }

    internal KlaviyoEmulator Emulator { get; }

    internal KlaviyoContext Klaviyo { get; }

    /// <summary>Last request, with commas, colons and brackets unescaped.</summary>
    internal string SentRequest => Uri.UnescapeDataString(Emulator.Requests[^1].ToString());

    /// <summary>Resources of a type in the emulator, read as the library reads them.</summary>
    internal IReadOnlyList<KlaviyoResource> Stored(string type) => DocumentReader.Read(
        Encoding.UTF8.GetBytes($$$"""{"data":[{{{string.Join(',', Emulator.Resources(type).Select(json => json.GetRawText()))}}}],"links":{"next":null}}""")).Resources;

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    internal static async Task<RevisedAccount> OfAsync(string revision) =>
        new(await KlaviyoEmulator.StartAsync(emulator => emulator.Catalogue = KlaviyoCatalogue.For(revision)!), revision);
}
