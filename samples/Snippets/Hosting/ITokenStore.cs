namespace Snippets.Hosting;

/// <summary>Stands for where the reader keeps access tokens, and renews them.</summary>
public interface ITokenStore
{
    /// <summary>The token that is kept, or a new one when that is the one that was refused.</summary>
    ValueTask<(string Token, DateTimeOffset Expires)> ReadOrRenewAsync(string? refused, CancellationToken cancellationToken);
}
