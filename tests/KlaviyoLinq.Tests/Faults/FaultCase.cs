using System.Net;
using System.Security.Cryptography.X509Certificates;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>One row of the fault matrix: what a server does, and what comes of it.</summary>
/// <param name="Group">The heading it stands under in the documentation.</param>
/// <param name="Name">The fault in words.</param>
/// <param name="Answer">What the server does with a request that the fault strikes.</param>
/// <param name="Outcome">What a query makes of it.</param>
internal sealed record FaultCase(string Group, string Name, FaultAnswer Answer, Outcome Outcome)
{
    /// <summary>Text that the exception's message must contain.</summary>
    internal IReadOnlyList<string> MessageParts { get; init; } = [];

    /// <summary>Further assertion about the exception, beyond its type and message.</summary>
    internal Action<KlaviyoException>? Check { get; init; }

    /// <summary>Number of requests for the page, where it differs from the usual one.</summary>
    internal int? Tries { get; init; }

    /// <summary>Number of requests that the framework sends for each request of the library.</summary>
    internal int RequestsPerTry { get; init; } = 1;

    /// <summary>Indicates whether the fault shows only beside a page without it, so that a run of nothing but such pages is whole.</summary>
    internal bool NeedsAnotherPage { get; init; }

    /// <summary>Remark for the documentation.</summary>
    internal string Remark { get; init; } = "";

    /// <summary>Number of variants, each of which is run separately, of an answer that should have been this page.</summary>
    internal Func<string, int> Variants { get; init; } = _ => 1;

    /// <summary>Options that differ from the defaults.</summary>
    internal Action<KlaviyoOptions>? Configure { get; init; }

    /// <summary>The type of the resources that are requested.</summary>
    internal string Resource { get; init; } = "profile";

    /// <summary>Asks for them.</summary>
    internal Func<KlaviyoContext, IAsyncEnumerable<KlaviyoResource>> Query { get; init; } = klaviyo => klaviyo.Profiles.AsAsyncEnumerable();

    /// <summary>Member that is read from the first affected row, and its expected value; null where the rows are unaffected.</summary>
    internal (Func<KlaviyoResource, object?> Read, object? Value)? Reads { get; init; }

    /// <summary>The certificate for a connection on which the fault is due; null for a server without TLS.</summary>
    internal Func<X509Certificate2>? Certificate { get; init; }

    /// <summary>Address of the connection that meets the fault; null for the server.</summary>
    internal DnsEndPoint? Unreachable { get; init; }

    /// <summary>Indicates whether the unreachable host is a proxy.</summary>
    internal bool IsProxied { get; init; }

    /// <summary>Action of the server over HTTP/2, in place of <see cref="Answer"/>; null over HTTP/1.1.</summary>
    internal Http2Answer? Http2 { get; init; }

    /// <summary>Indicates whether the fault lies in connecting, so that each request needs a new connection.</summary>
    internal bool IsInConnecting { get; init; }

    public override string ToString() => Name;
}
