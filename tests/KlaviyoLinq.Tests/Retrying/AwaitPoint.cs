namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Await point of a page.</summary>
public enum AwaitPoint
{
    /// <summary>The request is sent, and no answer has begun.</summary>
    Headers,

    /// <summary>The answer has begun, and its body does not continue.</summary>
    Body,

    /// <summary>An attempt has failed, and the wait before the next runs.</summary>
    Backoff,

    /// <summary>Klaviyo has asked for a wait, and it runs.</summary>
    RetryAfter,
}
