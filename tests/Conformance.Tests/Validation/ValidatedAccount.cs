using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>An emulated account behind the validators: what goes to it and comes from it is held against the official document.</summary>
public sealed class ValidatedAccount : IAsyncLifetime
{
    private readonly List<Prism> _prisms = [];

    internal EmulatedAccount Account { get; private set; } = new();

    /// <summary>Asks by the way of the validators.</summary>
    internal HttpClient Http { get; private set; } = new();

    /// <summary>The official document.</summary>
    internal JsonObject Document { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (NodeClients.DocumentMissing is not null)
            return;
        Document = OfficialDocument.Slice(NodeClients.Document, sparse: false);
        Account = new EmulatedAccount(PutValidatorsBefore);
        await Account.InitializeAsync();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Klaviyo-API-Key", "pk_tests");
        Http.DefaultRequestHeaders.Add("revision", "2026-07-15");
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_prisms.Count > 0)
            await Account.DisposeAsync();
        foreach (Prism prism in _prisms)
            prism.Dispose();
    }

    private async Task<HttpMessageHandler?> PutValidatorsBefore(Uri emulator)
    {
        _prisms.AddRange(await Task.WhenAll(Prism.Start(Document, emulator), Prism.Start(OfficialDocument.Slice(NodeClients.Document, sparse: true), emulator)));
        Http = new HttpClient(new Validators(Document, _prisms[0].Address, _prisms[1].Address)) { BaseAddress = emulator };
        return new Validators(Document, _prisms[0].Address, _prisms[1].Address);
    }
}
