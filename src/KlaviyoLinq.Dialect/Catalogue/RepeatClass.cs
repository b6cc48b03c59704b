namespace KlaviyoLinq.Catalogue;

/// <summary>What happens when a request of an operation is processed twice, and so the failures after which it may be sent again.</summary>
internal enum RepeatClass
{
    /// <summary>It changes nothing. May be repeated after any failure that can pass.</summary>
    Read,

    /// <summary>The second time changes nothing. May be repeated like <see cref="Read"/>; a DELETE's 404 after a lost answer is a success.</summary>
    Idempotent,

    /// <summary>A key in the body identifies what is created. May be repeated like <see cref="Read"/>; the key's 409 after a lost answer is resolved by reading.</summary>
    Keyed,

    /// <summary>Its effect can be looked up. Repeated only where Klaviyo did not process it; otherwise the state is read.</summary>
    Guarded,

    /// <summary>The second time leaves a harmless copy. May be repeated like <see cref="Read"/>.</summary>
    Repeatable,

    /// <summary>The second time has an effect of its own, such as a message sent twice. Repeated only where Klaviyo did not process it; otherwise the outcome is unknown.</summary>
    Unsafe,
}
