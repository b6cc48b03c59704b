using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Clients;

public sealed class ClientIpAllowlistTests(EmulatedAccount account) : ClientQueryTests(account)
{
    private const string Id = "integration-egress";

    private IpAllowlist List => Data.Of<IpAllowlist>().Single();

    [Fact]
    public async Task The_list_is_requested_by_its_id()
    {
        await Answers(Client.IpAllowlists[Id], $"/client/ip-allowlists/{Id}?company_id=EMUL8R", [List]);
        await Answers(Client.IpAllowlists.Where(l => l.Id == Id), $"/client/ip-allowlists/{Id}?company_id=EMUL8R", [List]);
        (await Client.IpAllowlists[Id].GetAsync()).Prefixes.Should().Equal(List.Prefixes);
    }

    [Fact]
    public async Task Its_fields_can_be_chosen() =>
        await Answers(
            Client.IpAllowlists[Id].Select(l => new { l.SyncToken, l.Created }),
            $"/client/ip-allowlists/{Id}?company_id=EMUL8R&fields[ip-allowlist]=sync_token,created",
            [new { List.SyncToken, List.Created }]);

    [Fact]
    public async Task Another_id_has_no_list()
    {
        (await Client.IpAllowlists.FindAsync("another")).Should().BeNull();
        await Client.IpAllowlists["another"].Invoking(l => l.GetAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
    }

    [Fact]
    public async Task Without_an_id_there_is_nothing_to_ask()
    {
        (await Refuses(Client.IpAllowlists, KlaviyoFindingCode.CollectionMissing)).Single().Advice.Should().Be("Query client.IpAllowlists[id].");
        await Refuses(Client.IpAllowlists[".."], KlaviyoFindingCode.IdNotSendable);
    }
}
