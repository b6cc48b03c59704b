using System.Globalization;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Errors;

/// <summary>
/// A command was cancelled, or its context was disposed, before it was carried out completely. It reports what Klaviyo had accepted by then. A request on the
/// wire is not called off at once: its answer is awaited for <c>KlaviyoOptions.Writes.Grace</c>, so that its outcome is usually known.
/// </summary>
public sealed class KlaviyoCommandCanceledException : OperationCanceledException
{
    private readonly string _operation;

    internal KlaviyoCommandCanceledException(WriteFacts operation, bool mayBeProcessed, Exception? cause, CancellationToken cancellationToken)
        : base(null, cause, cancellationToken) => (_operation, MayBeProcessed) = (operation.ToString(), mayBeProcessed);

    /// <summary>
    /// Number of requests that Klaviyo accepted, of a command that sends its rows in several requests, in their order; 0 otherwise. Their rows need not be
    /// sent again.
    /// </summary>
    public int AcceptedRequests { get; internal set; }

    /// <summary>
    /// Indicates whether Klaviyo may have carried out the request that was on the wire, although its answer was not received. Sending it again has no second
    /// effect: a request of which that is not certain ends with a <see cref="KlaviyoUnknownOutcomeException"/> instead.
    /// </summary>
    public bool MayBeProcessed { get; }

    /// <summary>Description of what was accepted.</summary>
    public override string Message => string.Create(
        CultureInfo.InvariantCulture,
        $"The command {_operation} was cancelled. Klaviyo had accepted {AcceptedRequests} of its requests. {(MayBeProcessed ? "It may have carried out the next one as well, which can be sent again." : "It has carried out no other.")}");
}
