using KlaviyoLinq;

namespace Snippets.Hosting;

// snippet: oauth
public sealed class ShopTokens(ITokenStore store) : IKlaviyoTokenProvider
{
    public async ValueTask<KlaviyoAccessToken> GetTokenAsync(string? refused, CancellationToken cancellationToken)
    {
        var (token, expires) = await store.ReadOrRenewAsync(refused, cancellationToken);
        return new KlaviyoAccessToken(token, expires);
    }
}
// end snippet
