using System.Globalization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Configuration;

/// <summary>Rules of the retry options.</summary>
internal static class RetryOptionRules
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);

    internal static void Check(string option, KlaviyoRetryOptions retry)
    {
        if (retry.MaxRetries is < 0 or > 100)
            throw Wrong(nameof(retry.MaxRetries), "The number of retries must be between 0 and 100.");
        CheckWait(nameof(retry.BaseDelay), retry.BaseDelay);
        CheckWait(nameof(retry.MaxDelay), retry.MaxDelay);
        CheckWait(nameof(retry.MaxRetryAfter), retry.MaxRetryAfter);
        if (retry.MaxDelay < retry.BaseDelay)
            throw Wrong(nameof(retry.MaxDelay), $"The longest wait must not be shorter than BaseDelay, which is {retry.BaseDelay.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.");
        if (retry.BudgetSize < 0)
            throw Wrong(nameof(retry.BudgetSize), "The budget must not be negative; null for no budget.");
        CheckEarning(nameof(retry.BudgetPerPage), retry.BudgetPerPage);
        CheckEarning(nameof(retry.BudgetPerMinute), retry.BudgetPerMinute);

        void CheckWait(string name, TimeSpan wait)
        {
            if (wait < TimeSpan.Zero || wait > _longestWait)
                throw Wrong(name, "The wait must be between zero and one day.");
        }

        void CheckEarning(string name, double earning)
        {
            if (!double.IsFinite(earning) || earning < 0)
                throw Wrong(name, "The number must not be negative. For no budget, set Retry.BudgetSize to null.");
        }

        KlaviyoConfigurationException Wrong(string name, string advice) => new($"{option}.{name}", advice);
    }
}
