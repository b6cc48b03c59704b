// snippet: cookbook-webhook
using System.Security.Cryptography;
using System.Text;
// end snippet

namespace Snippets.Cookbook;

// snippet: cookbook-webhook
public static class WebhookSignature
{
    /// <param name="secret">The webhook's secret key.</param>
    /// <param name="body">The bytes of the request body, as they were received.</param>
    /// <param name="timestamp">The header Klaviyo-Timestamp.</param>
    /// <param name="signature">The header Klaviyo-Signature.</param>
    public static bool IsValid(string secret, ReadOnlySpan<byte> body, string timestamp, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(secret, body, timestamp)), Encoding.ASCII.GetBytes(signature));

    public static string Sign(string secret, ReadOnlySpan<byte> body, string timestamp)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
// end snippet
