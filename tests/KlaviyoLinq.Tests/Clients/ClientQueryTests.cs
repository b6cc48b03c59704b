using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Clients;

/// <summary>Tests of queries that anybody may send: besides the request and the rows they assert that no key went along.</summary>
public abstract class ClientQueryTests(EmulatedAccount account) : QueryTests(account), IDisposable
{
    protected KlaviyoClientContext Client { get; } = account.Client;

    public void Dispose()
    {
        foreach (var request in Emulator.Requests)
            request.Headers.Should().NotContainKey("Authorization", "{0} is public", request);
        GC.SuppressFinalize(this);
    }
}
