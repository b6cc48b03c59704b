using System.Diagnostics;
using System.Text.Json.Serialization;
using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>OAuth access token. Only <see cref="Token"/> returns it; texts, the debugger and JSON do not show it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoAccessToken : IShown
{
    /// <summary>Initializes a token from Klaviyo's token endpoint.</summary>
    /// <param name="token">The token: <c>access_token</c>. Sent as <c>Authorization: Bearer …</c>.</param>
    /// <param name="expiresAt">The end of its validity; it is renewed 30 seconds earlier. The default is null, for unknown.</param>
    public KlaviyoAccessToken(string token, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        (Token, ExpiresAt) = (token, expiresAt);
    }

    /// <summary>Gets the token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string Token { get; }

    /// <summary>Gets the end of its validity; null where that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Returns a text without the token.</summary>
    public override string ToString() => "Bearer …";

    // Without this, a notebook would show every property, including the token, and save it in its file.
    View IShown.Show() => new(ToString());
}
