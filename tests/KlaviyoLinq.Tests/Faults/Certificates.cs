using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Certificates that are made when they are first needed, and trusted only where a test says so.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private static readonly Lazy<X509Certificate2> _root = new(MakeRoot);
    private static readonly Lazy<X509Certificate2> _good = new(() => Make("localhost", _now.AddDays(-1), _now.AddDays(1)));
    private static readonly Lazy<X509Certificate2> _expired = new(() => Make("localhost", _now.AddDays(-3), _now.AddDays(-1)));
    private static readonly Lazy<X509Certificate2> _otherHost = new(() => Make("example.com", _now.AddDays(-1), _now.AddDays(1)));
    private static readonly Lazy<X509Certificate2> _selfSigned = new(MakeSelfSigned);

    /// <summary>Authority that signs the others, except the self-signed one.</summary>
    internal static X509Certificate2 Root => _root.Value;

    internal static X509Certificate2 Good => _good.Value;

    internal static X509Certificate2 Expired => _expired.Value;

    internal static X509Certificate2 OtherHost => _otherHost.Value;

    internal static X509Certificate2 SelfSigned => _selfSigned.Value;

    private static X509Certificate2 MakeRoot()
    {
        CertificateRequest request = Request("Root of the fault matrix", isAuthority: true);
        return request.CreateSelfSigned(_now.AddDays(-10), _now.AddDays(10));
    }

    private static X509Certificate2 MakeSelfSigned() => Usable(Request("localhost").CreateSelfSigned(_now.AddDays(-1), _now.AddDays(1)));

    private static X509Certificate2 Make(string host, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 signed = Request(host, key).Create(Root, from, until, RandomNumberGenerator.GetBytes(8));
        return Usable(signed.CopyWithPrivateKey(key));
    }

    private static CertificateRequest Request(string host, bool isAuthority = false) => Request(host, ECDsa.Create(ECCurve.NamedCurves.nistP256), isAuthority);

    private static CertificateRequest Request(string host, ECDsa key, bool isAuthority = false)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host.Replace(' ', '-'));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    /// <summary>The same with a key that every platform's TLS can use.</summary>
    private static X509Certificate2 Usable(X509Certificate2 made) => X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
}
