using System.Net;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Exchanges;

/// <summary>One request and its answer, in as many attempts as its repeat class and the options permit. The unit of retrying.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Uri">Path and query, percent-encoded.</param>
/// <param name="Turn">The run's turn in the queues for permits.</param>
internal sealed record Exchange(OperationFacts Operation, string Uri, RunTurn Turn)
{
    /// <summary>The HTTP method.</summary>
    internal HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Makes the body, once for each attempt; null for a request without one.</summary>
    internal Func<HttpContent?>? Content { get; init; }

    /// <summary>Called with the status of each attempt's answer; null for none.</summary>
    internal Action<HttpStatusCode>? Answered { get; init; }

    /// <summary>Called when an attempt fails while connecting, before anything of it was sent; null for none.</summary>
    internal Action? NotConnected { get; init; }

    /// <summary>Returns whether Klaviyo may have processed the current attempt or an earlier one; null where it does not matter.</summary>
    internal Func<bool>? MayBeProcessed { get; init; }

    /// <summary>
    /// Returns whether the current attempt may have been sent, so that its answer is awaited for a while after the exchange was cancelled; null for an exchange
    /// that ends at once.
    /// </summary>
    internal Func<bool>? IsOnWire { get; init; }

    /// <summary>The failures after which the request may be sent again.</summary>
    internal RepeatClass Repeat { get; init; } = RepeatClass.Read;

    /// <summary>Headers of this request, besides those of every request.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Number of the exchange in its run, from 1: for a query, the number of the page.</summary>
    internal int Number { get; init; } = 1;

    /// <summary>Number of resources that earlier exchanges of the run returned.</summary>
    internal long ItemsBefore { get; init; }

    /// <summary>The account that must answer; null outside a run.</summary>
    internal RunAccount? Account { get; init; }

    /// <summary>The trace of the run or command; null without a listener.</summary>
    internal ExchangeTrace? Trace { get; init; }
}
