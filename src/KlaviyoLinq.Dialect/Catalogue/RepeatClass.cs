namespace KlaviyoLinq.Catalogue;

/// <summary>Classes of operations by the effect of processing a request twice, which decides after which failures it may be retried.</summary>
internal enum RepeatClass
{
    /// <summary>Request that changes nothing. May be repeated after any failure that can pass.</summary>
    Read,

    /// <summary>The second time changes nothing. May be repeated like <see cref="Read"/>; a DELETE's 404 after a lost answer is a success.</summary>
    Idempotent,

    /// <summary>
    /// A key in the body identifies what is created. May be repeated like <see cref="Read"/>; the key's 409 after a lost answer is resolved by
    /// reading.
    /// </summary>
    Keyed,

    /// <summary>Its effect can be looked up. Repeated only where Klaviyo did not process it; otherwise the state is read.</summary>
    Guarded,

    /// <summary>The second time leaves a harmless copy. May be repeated like <see cref="Read"/>.</summary>
    Repeatable,

    /// <summary>
    /// The second time has an effect of its own, such as a message sent twice. Repeated only where Klaviyo did not process it; otherwise the outcome
    /// is unknown.
    /// </summary>
    Unsafe,
}
