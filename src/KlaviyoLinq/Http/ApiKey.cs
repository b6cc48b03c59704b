using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace KlaviyoLinq.Http;

/// <summary>The account's private key. Shows itself only in the header of a request.</summary>
internal sealed class ApiKey(string key)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _key = key;

    /// <summary>The value of the <c>Authorization</c> header.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string HeaderValue { get; } = "Klaviyo-API-Key " + key;

    /// <summary>Overwrites the key where it stands in a text, so that an answer that repeats it cannot carry it into a message.</summary>
    internal void Erase(Span<byte> text)
    {
        Span<byte> needle = Encoding.ASCII.GetBytes(_key);
        for (int found; (found = text.IndexOf(needle)) >= 0; text = text[(found + needle.Length)..])
            text.Slice(found, needle.Length).Fill((byte)'*');
    }

    /// <summary>A name for the key's account at a place, by which the key cannot be recovered: keys are far too long to be guessed.</summary>
    internal string AccountAt(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{_key}")).AsSpan(0, 16));

    public override string ToString() => "pk_…";
}
