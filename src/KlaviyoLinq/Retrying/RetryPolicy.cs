using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Retrying;

/// <summary>Retry policy of a context.</summary>
/// <param name="settings">The numbers and waits.</param>
/// <param name="budget">The budget that all queries share; null for none.</param>
/// <param name="random">Draws the waits.</param>
/// <param name="time">The clock of deadlines and waits.</param>
/// <param name="log">The log.</param>
internal sealed class RetryPolicy(RetrySettings settings, RetryBudget? budget, Random random, TimeProvider time, RetryLog log)
{
    private readonly Jitter _jitter = new(random);

    internal RetrySettings Settings => settings;

    internal RetryBudget? Budget => budget;

    internal TimeProvider Time => time;

    internal RetryLog Log => log;

    /// <summary>Begins the attempts of one exchange.</summary>
    /// <param name="operation">The operation's id, for the log.</param>
    /// <param name="page">The number of the page, for the log.</param>
    /// <param name="repeat">The failures after which the request may be sent again.</param>
    /// <param name="usersToken">Ends the attempts and the waits.</param>
    internal RetryLoop Begin(string operation, int page, RepeatClass repeat, CancellationToken usersToken)
    {
        budget?.Earn();
        return new RetryLoop(this, new Backoff(settings, _jitter), operation, page, repeat, usersToken);
    }
}
