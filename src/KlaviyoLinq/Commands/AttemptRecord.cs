using System.Net;

namespace KlaviyoLinq.Commands;

/// <summary>Record of the attempts of one command: whether Klaviyo may have processed one of them.</summary>
/// <param name="hasBody">Whether the request has a body, which shows whether it began to be sent.</param>
internal sealed class AttemptRecord(bool hasBody)
{
    private bool _isOpen;
    private bool _wasSent;

    /// <summary>Indicates whether an attempt before the current one may have been processed, although its answer was lost.</summary>
    internal bool WasLost { get; private set; }

    /// <summary>Indicates whether any attempt may have been processed.</summary>
    internal bool MayBeProcessed => WasLost || IsOnWire;

    /// <summary>Indicates whether the current attempt may have been sent, and has no answer yet.</summary>
    internal bool IsOnWire => _isOpen && _wasSent;

    /// <summary>The number of attempts that have begun.</summary>
    internal int Count { get; private set; }

    /// <summary>Begins an attempt.</summary>
    internal void Begin()
    {
        WasLost = MayBeProcessed;
        Count++;
        (_isOpen, _wasSent) = (true, !hasBody);
    }

    /// <summary>Records that the body of the current attempt begins to be sent.</summary>
    internal void Sends() => _wasSent = true;

    /// <summary>Records that the current attempt failed while connecting, so that nothing of it was sent, not even a request without a body.</summary>
    internal void NotConnected() => _wasSent = false;

    /// <summary>Records the answer of the current attempt. Klaviyo does not process a request that it rejects.</summary>
    internal void Answered(HttpStatusCode status)
    {
        if ((int)status is >= 300 and < 500 and not 408)
            _isOpen = false;
    }
}
