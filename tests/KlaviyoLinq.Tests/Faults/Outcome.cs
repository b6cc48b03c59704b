using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Outcome of a fault for the caller of a query.</summary>
/// <param name="Exception">What the query throws when the fault does not pass; null where it is not a failure.</param>
/// <param name="IsRetried">Whether the page is retried.</param>
/// <param name="Advice">What to do about it, for the documentation.</param>
internal sealed record Outcome(Type? Exception, bool IsRetried, string Advice)
{
    /// <summary>The rows come as if nothing were wrong.</summary>
    internal static Outcome Read(string advice) => new(null, false, advice);

    internal static Outcome Once<T>(string advice)
        where T : KlaviyoException => new(typeof(T), false, advice);

    internal static Outcome Retried<T>(string advice)
        where T : KlaviyoException => new(typeof(T), true, advice);
}
