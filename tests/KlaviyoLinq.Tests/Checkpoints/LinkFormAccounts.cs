using KlaviyoLinq.Emulator;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>Emulated accounts with the same data, one for each form of links.</summary>
public sealed class LinkFormAccounts : IAsyncLifetime
{
    private readonly Dictionary<LinkForm, EmulatedAccount> _accounts = [];

    internal EmulatedAccount this[LinkForm links] => _accounts[links];

    public async Task InitializeAsync()
    {
        foreach (LinkForm links in Enum.GetValues<LinkForm>())
        {
            _accounts.Add(links, new EmulatedAccount());
            await _accounts[links].StartAsync(options => options.Links = links);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (EmulatedAccount account in _accounts.Values)
            await account.DisposeAsync();
    }
}
