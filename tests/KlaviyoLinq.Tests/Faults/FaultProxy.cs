using System.Net;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>A proxy that is in the way when the fault is due.</summary>
internal sealed class FaultProxy(IFaultServer server, DnsEndPoint proxy) : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri GetProxy(Uri destination) => new($"http://{proxy.Host}:{proxy.Port}/");

    public bool IsBypassed(Uri host) => !server.IsDue;
}
