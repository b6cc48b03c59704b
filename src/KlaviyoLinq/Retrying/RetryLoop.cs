using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Retrying;

/// <summary>Attempts of one exchange: the same request until an attempt succeeds or no further one is permitted.</summary>
internal sealed class RetryLoop(RetryPolicy policy, Backoff backoff, string operation, int page, RepeatClass repeat, CancellationToken usersToken)
{
    private readonly RetrySettings _settings = policy.Settings;
    private KlaviyoException? _lastFailure;

    /// <summary>The number of attempts that have begun.</summary>
    internal int Attempts { get; private set; }

    /// <summary>Makes attempts until one succeeds.</summary>
    /// <param name="attempt">One attempt. It takes its token from the deadline, and pauses the deadline while it waits for a permit.</param>
    /// <exception cref="KlaviyoException">The failure of the last attempt, or <see cref="KlaviyoTimeoutException"/> when the time is up.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled. It has the user's token.</exception>
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
                // The caller does not wait for another attempt.
                usersToken.ThrowIfCancellationRequested();
                _lastFailure = failure;
                TimeSpan? asked = (failure as KlaviyoApiException)?.RetryAfter;
                delay = backoff.Next(asked);
                if (ReasonToStop(failure, asked, delay, deadline) is { } reason)
                {
                    policy.Log.GivesUp(operation, page, Attempts, failure, reason);
                    failure.GiveUp(reason);
                    throw;
                }

                // A wait that Klaviyo asked for is reported above, so that the user knows when to try again. A drawn wait only runs into the timeout.
                if (!deadline.Allows(delay))
                    throw TimedOut(failure);
                policy.Log.Retries(operation, page, Attempts, _settings.MaxRetries + 1, delay, failure);
            }

            deadline.Token.ThrowIfCancellationRequested();
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, policy.Time, deadline.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Returns why there is no retry, as a sentence for the user; null when there is one.</summary>
    private string? ReasonToStop(KlaviyoException failure, TimeSpan? asked, TimeSpan delay, ExchangeDeadline deadline)
    {
        if (Attempts > _settings.MaxRetries)
            return Invariant($"It was sent {Attempts} times, as often as KlaviyoOptions.Retry.MaxRetries allows.");
        if (asked > _settings.MaxRetryAfter)
            return Invariant($"Not retried: the wait of {asked.Value.TotalSeconds:0.###} s that Klaviyo requests is longer than KlaviyoOptions.Retry.MaxRetryAfter allows ({_settings.MaxRetryAfter.TotalSeconds:0.###} s).");
        if (asked > TimeSpan.Zero && !deadline.Allows(delay))
            return Invariant($"Not retried: the wait of {asked.Value.TotalSeconds:0.###} s that Klaviyo requests is longer than what is left of KlaviyoOptions.TotalTimeout ({deadline.Total.TotalSeconds:0.###} s).");

        // A retry at the moment that Klaviyo named is not an additional load.
        bool isFree = failure is KlaviyoRateLimitException && asked > TimeSpan.Zero;
        if (!isFree && policy.Budget?.TrySpend() == false)
            return "Not retried: too many requests fail, and the retry budget of this context is used up for now (KlaviyoOptions.Retry.BudgetSize).";
        return null;
    }

    private KlaviyoTimeoutException TimedOut(Exception cause)
    {
        var failure = KlaviyoTimeoutException.OfPage(_settings.TotalTimeout, "KlaviyoOptions.TotalTimeout", cause);
        policy.Log.GivesUp(operation, page, Attempts, failure, "The total timeout has elapsed.");
        return failure;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
