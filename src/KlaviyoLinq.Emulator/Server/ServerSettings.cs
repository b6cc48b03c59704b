using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Faults;
using KlaviyoLinq.Emulator.RateLimiting;
using KlaviyoLinq.Emulator.Status;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>What a server is told once, when it starts.</summary>
internal sealed class ServerSettings
{
    internal required KlaviyoCatalogue Catalogue { get; init; }

    internal required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Who is let in.</summary>
    internal required KeyRing Keys { get; init; }

    internal FilterGrammar Grammar { get; init; }

    /// <summary>Whether the rules hold that Klaviyo enforces without documenting them.</summary>
    internal bool LiveRules { get; init; }

    /// <summary>Whether answers are written as they are seen where that is not as the document has them.</summary>
    internal bool UndocumentedValues { get; init; }

    internal required IReadOnlySet<string> KnownRevisions { get; init; }

    internal TimeSpan Latency { get; init; }

    /// <summary>Whether answers are compressed for those who accept it.</summary>
    internal bool Compression { get; init; }

    /// <summary>The form of the links of documents.</summary>
    internal LinkForm Links { get; init; }

    /// <summary>How many pages of one chain of cursors are answered; null for all.</summary>
    internal int? MaxPageDepth { get; init; }

    /// <summary>Where resources without a value are sorted.</summary>
    internal NullPlacement NullPlacement { get; init; }

    internal required TimeProvider Time { get; init; }

    /// <summary>Counts the requests that are let in.</summary>
    internal required RequestCounts Counts { get; init; }

    /// <summary>Told of every request before it is answered; keeps what became of it.</summary>
    internal required Func<HttpContext, ReceivedRequest> Received { get; init; }

    internal required FaultScript Faults { get; init; }

    /// <summary>What the status page shows.</summary>
    internal required Func<StatusReport> Report { get; init; }
}
