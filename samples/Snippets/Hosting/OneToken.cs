namespace Snippets.Hosting;

/// <summary>A token that is good for a long time.</summary>
internal sealed class OneToken : ITokenStore
{
    public ValueTask<(string Token, DateTimeOffset Expires)> ReadOrRenewAsync(string? refused, CancellationToken cancellationToken) =>
        ValueTask.FromResult(("an-access-token", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)));
}
