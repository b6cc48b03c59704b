using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Faults;
using KlaviyoLinq.Emulator.RateLimiting;
using KlaviyoLinq.Emulator.Status;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Settings that a server receives when it starts.</summary>
internal sealed class ServerSettings
{
    internal required KlaviyoCatalogue Catalogue { get; init; }

    internal required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Gets the keys that are accepted.</summary>
    internal required KeyRing Keys { get; init; }

    internal FilterGrammar Grammar { get; init; }

    /// <summary>Gets a value that indicates whether rules apply that Klaviyo enforces without documenting them.</summary>
    internal bool LiveRules { get; init; }

    /// <summary>Gets a value that indicates whether answers deviate from the document where the live API does.</summary>
    internal bool UndocumentedValues { get; init; }

    internal required IReadOnlySet<string> KnownRevisions { get; init; }

    internal TimeSpan Latency { get; init; }

    /// <summary>Gets a value that indicates whether answers are compressed for clients that accept it.</summary>
    internal bool Compression { get; init; }

    /// <summary>The form of the links of documents.</summary>
    internal LinkForm Links { get; init; }

    /// <summary>Gets the number of pages of one chain of cursors that are answered; null for all.</summary>
    internal int? MaxPageDepth { get; init; }

    /// <summary>Gets the place of resources without a value in a sorted collection.</summary>
    internal NullPlacement NullPlacement { get; init; }

    internal required TimeProvider Time { get; init; }

    /// <summary>Gets the seed of the ids of new resources.</summary>
    internal int RandomSeed { get; init; }

    /// <summary>Gets the number of earlier starts with the stored data.</summary>
    internal int EarlierStarts { get; init; }

    /// <summary>Counts the accepted requests.</summary>
    internal required RequestCounts Counts { get; init; }

    /// <summary>Observer of every request before it is answered; keeps what became of it.</summary>
    internal required Func<HttpContext, ReceivedRequest> Received { get; init; }

    internal required FaultScript Faults { get; init; }

    /// <summary>Gets the function that creates the report for the status page.</summary>
    internal required Func<StatusReport> Report { get; init; }
}
