using System.Diagnostics;
using System.Text.Json.Serialization;
using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>An OAuth access token. Shows itself to nobody but who asks for <see cref="Token"/>.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoAccessToken : IShown
{
    /// <summary>A token as Klaviyo's token endpoint gave it.</summary>
    /// <param name="token">The token: <c>access_token</c>. Sent as <c>Authorization: Bearer …</c>.</param>
    /// <param name="expiresAt">When it ends; another is asked for 30 seconds earlier. Null, the default, where that is not known.</param>
    public KlaviyoAccessToken(string token, DateTimeOffset? expiresAt = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        (Token, ExpiresAt) = (token, expiresAt);
    }

    /// <summary>The token itself.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string Token { get; }

    /// <summary>When it ends; null where that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>That it is a token, not which.</summary>
    public override string ToString() => "Bearer …";

    // A notebook would show every property, the token among them, and keep it in its file.
    View IShown.Show() => new(ToString());
}
