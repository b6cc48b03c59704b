using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Retrying;

/// <summary>The attempts at one page, each the same request, until one gives the page whole or none is to be made any more.</summary>
internal sealed class RetryLoop(RetryPolicy policy, Backoff backoff, string operation, int page, RepeatClass repeat, CancellationToken usersToken)
{
    private readonly RetrySettings _settings = policy.Settings;
    private KlaviyoException? _lastFailure;

    /// <summary>How many attempts were begun.</summary>
    internal int Attempts { get; private set; }

    /// <summary>Asks until the page comes.</summary>
    /// <param name="attempt">One attempt. Takes its token from the deadline, and may pause the deadline where it waits for its turn.</param>
    /// <exception cref="KlaviyoException">The failure of the last attempt, or <see cref="KlaviyoTimeoutException"/> when the time for the page is up.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled; it holds their token, wherever that happened.</exception>
    internal async Task<T> RunAsync<T>(Func<ExchangeDeadline, Task<T>> attempt)
    {
        using var deadline = new ExchangeDeadline(_settings.TotalTimeout, policy.Time, usersToken);
        try
        {
            return await RepeatAsync(attempt, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (usersToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled.", stopped, usersToken);
        }
        catch (OperationCanceledException stopped) when (deadline.HasPassed)
        {
            throw TimedOut(_lastFailure ?? (Exception)stopped);
        }
    }

    private async Task<T> RepeatAsync<T>(Func<ExchangeDeadline, Task<T>> attempt, ExchangeDeadline deadline)
    {
        while (true)
        {
            TimeSpan delay;
            Attempts++;
            try
            {
                T result = await attempt(deadline).ConfigureAwait(false);
                if (Attempts > 1)
                    policy.Log.Recovers(operation, page, Attempts);
                return result;
            }
            catch (KlaviyoException failure) when (_settings.MaxRetries > 0 && RetryRules.MayRepeat(failure, repeat))
            {
                _lastFailure = failure;
                TimeSpan? asked = (failure as KlaviyoApiException)?.RetryAfter;
                delay = backoff.Next(asked);
                if (ReasonToStop(failure, asked, delay, deadline) is { } reason)
                {
                    policy.Log.GivesUp(operation, page, Attempts, failure, reason);
                    failure.GiveUp(reason);
                    throw;
                }

                // A wait that was asked for is told on, above, so that the user knows when to come back. One that was drawn only makes the page late.
                if (!deadline.Allows(delay))
                    throw TimedOut(failure);
                policy.Log.Retries(operation, page, Attempts, _settings.MaxRetries + 1, delay, failure);
            }

            deadline.Token.ThrowIfCancellationRequested();
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, policy.Time, deadline.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Why the page is not asked for again, as a sentence for the user; null when it is.</summary>
    private string? ReasonToStop(KlaviyoException failure, TimeSpan? asked, TimeSpan delay, ExchangeDeadline deadline)
    {
        if (Attempts > _settings.MaxRetries)
            return Invariant($"It was tried {Attempts} times, as often as KlaviyoOptions.Retry.MaxRetries allows.");
        if (asked > _settings.MaxRetryAfter)
            return Invariant($"Not tried again: the wait of {asked.Value.TotalSeconds:0.###} s that Klaviyo asks for is longer than KlaviyoOptions.Retry.MaxRetryAfter allows ({_settings.MaxRetryAfter.TotalSeconds:0.###} s).");
        if (asked > TimeSpan.Zero && !deadline.Allows(delay))
            return Invariant($"Not tried again: the wait of {asked.Value.TotalSeconds:0.###} s that Klaviyo asks for is longer than what is left of KlaviyoOptions.TotalTimeout ({deadline.Total.TotalSeconds:0.###} s).");

        // Who comes back when they were told to burdens nobody.
        bool isFree = failure is KlaviyoRateLimitException && asked > TimeSpan.Zero;
        if (!isFree && policy.Budget?.TrySpend() == false)
            return "Not tried again: so many requests fail that the retries of this context are used up for now (KlaviyoOptions.Retry.BudgetSize).";
        return null;
    }

    private KlaviyoTimeoutException TimedOut(Exception cause)
    {
        var failure = KlaviyoTimeoutException.OfPage(_settings.TotalTimeout, "KlaviyoOptions.TotalTimeout", cause);
        policy.Log.GivesUp(operation, page, Attempts, failure, "The time for the page is up.");
        return failure;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
