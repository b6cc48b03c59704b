using System.Diagnostics;

namespace KlaviyoLinq.Http;

/// <summary>Private key of an account. Appears only in the header of a request.</summary>
internal sealed class ApiKey(string key) : Credential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _key = key;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _header = "Klaviyo-API-Key " + key;

    internal override Redactor Redactor { get; } = new(key);

    internal override ValueTask<string> HeaderAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_header);

    internal override bool Refuse(string header) => false;

    internal override string AccountAt(string address) => Fingerprint($"{address}\n{_key}");

    public override string ToString() => "pk_…";
}
