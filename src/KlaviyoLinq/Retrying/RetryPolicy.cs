using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Retrying;

/// <summary>What all queries of a context have in common when pages are asked for again.</summary>
/// <param name="settings">When and how often.</param>
/// <param name="budget">The retries left to all queries together; null for no such limit.</param>
/// <param name="random">Draws the waits.</param>
/// <param name="time">The clock of deadlines and waits.</param>
/// <param name="log">What is told.</param>
internal sealed class RetryPolicy(RetrySettings settings, RetryBudget? budget, Random random, TimeProvider time, RetryLog log)
{
    private readonly Jitter _jitter = new(random);

    internal RetrySettings Settings => settings;

    internal RetryBudget? Budget => budget;

    internal TimeProvider Time => time;

    internal RetryLog Log => log;

    /// <summary>The attempts at one page.</summary>
    /// <param name="operation">The operation's id, for the log.</param>
    /// <param name="page">The page's number, for the log.</param>
    /// <param name="repeat">The failures after which the request may be sent again.</param>
    /// <param name="usersToken">Stops everything.</param>
    internal RetryLoop Begin(string operation, int page, RepeatClass repeat, CancellationToken usersToken)
    {
        budget?.Earn();
        return new RetryLoop(this, new Backoff(settings, _jitter), operation, page, repeat, usersToken);
    }
}
