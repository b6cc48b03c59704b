using System.Security.Cryptography;
using System.Text;

namespace KlaviyoLinq.Http;

/// <summary>What stands in the <c>Authorization</c> header of a request, and nowhere else.</summary>
internal abstract class Credential
{
    /// <summary>The value of the header for a request that is about to be sent.</summary>
    internal abstract ValueTask<string> HeaderAsync(CancellationToken cancellationToken);

    /// <summary>Klaviyo answered 401 to a header.</summary>
    /// <returns>Whether the next header will be another one.</returns>
    internal abstract bool Refuse(string header);

    /// <summary>Removes the credential from texts of answers, which may repeat it.</summary>
    internal abstract Redactor Redactor { get; }

    /// <summary>A name for the credential's account at a place, by which no secret can be recovered.</summary>
    internal abstract string AccountAt(string address);

    /// <summary>Keys are far too long to be guessed from this.</summary>
    protected static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
