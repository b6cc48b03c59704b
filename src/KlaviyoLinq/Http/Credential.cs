using System.Security.Cryptography;
using System.Text;

namespace KlaviyoLinq.Http;

/// <summary>Value of the <c>Authorization</c> header. It appears nowhere else.</summary>
internal abstract class Credential
{
    /// <summary>Returns the header of a request that is about to be sent.</summary>
    internal abstract ValueTask<string> HeaderAsync(CancellationToken cancellationToken);

    /// <summary>Rejects a header to which Klaviyo answered 401.</summary>
    /// <returns>Whether the next header will be another one.</returns>
    internal abstract bool Refuse(string header);

    /// <summary>Removes the credential from texts of answers, which may repeat it.</summary>
    internal abstract Redactor Redactor { get; }

    /// <summary>Returns a name of the account at an address, from which no secret can be recovered.</summary>
    internal abstract string AccountAt(string address);

    /// <summary>Hashes a text. Keys are too long to be guessed from the hash.</summary>
    protected static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
