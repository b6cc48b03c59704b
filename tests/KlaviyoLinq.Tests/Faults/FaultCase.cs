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
    /// <summary>What the exception's message must hold.</summary>
    internal IReadOnlyList<string> MessageParts { get; init; } = [];

    /// <summary>What else the exception must be, beyond its type and message.</summary>
    internal Action<KlaviyoException>? Check { get; init; }

    /// <summary>How often the page is asked for where that is another number than usual.</summary>
    internal int? Tries { get; init; }

    /// <summary>How many requests the framework makes of each that the library makes.</summary>
    internal int RequestsPerTry { get; init; } = 1;

    /// <summary>What else there is to know, for the documentation.</summary>
    internal string Remark { get; init; } = "";

    /// <summary>How many variants there are, each run by itself, for an answer that should have been this page.</summary>
    internal Func<string, int> Variants { get; init; } = _ => 1;

    /// <summary>What is set apart from the defaults.</summary>
    internal Action<KlaviyoOptions>? Configure { get; init; }

    /// <summary>The type of the resources that are asked for.</summary>
    internal string Resource { get; init; } = "profile";

    /// <summary>Asks for them.</summary>
    internal Func<KlaviyoContext, IAsyncEnumerable<KlaviyoResource>> Query { get; init; } = klaviyo => klaviyo.Profiles.AsAsyncEnumerable();

    /// <summary>What is read of the first row that the fault struck, and what must come of it; null where the rows are as always.</summary>
    internal (Func<KlaviyoResource, object?> Read, object? Value)? Reads { get; init; }

    /// <summary>The certificate for a connection on which the fault is due; null for a server without TLS.</summary>
    internal Func<X509Certificate2>? Certificate { get; init; }

    /// <summary>Where a connection goes to when the fault is due; null for the server.</summary>
    internal DnsEndPoint? Unreachable { get; init; }

    /// <summary>Whether what is unreachable is a proxy.</summary>
    internal bool IsProxied { get; init; }

    /// <summary>What the server does instead of <see cref="Answer"/> where HTTP/2 is spoken; null where HTTP/1.1 is.</summary>
    internal Http2Answer? Http2 { get; init; }

    /// <summary>Whether the fault is in making a connection, so that each request must come on one of its own.</summary>
    internal bool IsInConnecting { get; init; }

    public override string ToString() => Name;
}
