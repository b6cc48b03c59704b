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

    /// <summary>Overwrites the secret of a header where it stands in a text, so that an answer that repeats it cannot carry it into a message.</summary>
    internal static void Erase(string header, Span<byte> text)
    {
        Span<byte> needle = Encoding.ASCII.GetBytes(header[(header.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        for (int found; (found = text.IndexOf(needle)) >= 0; text = text[(found + needle.Length)..])
            text.Slice(found, needle.Length).Fill((byte)'*');
    }

    /// <summary>A name for the credential's account at a place, by which no secret can be recovered.</summary>
    internal abstract string AccountAt(string address);

    /// <summary>Keys are far too long to be guessed from this.</summary>
    protected static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
