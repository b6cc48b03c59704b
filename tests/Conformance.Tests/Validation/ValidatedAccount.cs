using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using KlaviyoLinq.Conformance.Tests.Node;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Emulated account behind the validators: requests and answers are checked against the official document.</summary>
public sealed class ValidatedAccount : IAsyncLifetime
{
    private readonly List<Prism> _prisms = [];

    internal EmulatedAccount Account { get; private set; } = new();

    /// <summary>Asks by the way of the validators.</summary>
    internal HttpClient Http { get; private set; } = new();

    /// <summary>Reads the answers; 0 is the whole reading, 1 the sparse one.</summary>
    internal Ajv Ajv { get; private set; } = null!;

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
        Ajv?.Dispose();
    }

    private async Task<HttpMessageHandler?> PutValidatorsBefore(Uri emulator)
    {
        JsonObject sparse = OfficialDocument.Slice(NodeClients.Document, sparse: true);
        Ajv = await Ajv.Start(Document, sparse);
        _prisms.AddRange(await Task.WhenAll(Prism.Start(Document, emulator), Prism.Start(sparse, emulator)));
        Http = new HttpClient(Validators()) { BaseAddress = emulator };
        return Validators();
    }

    private Validators Validators() => new(Document, _prisms[0].Address, _prisms[1].Address, Ajv);
}
