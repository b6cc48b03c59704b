using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Permit for one attempt. The default value is that of a gate without a limiter.</summary>
internal readonly struct RatePass(RateLimitLease lease, KlaviyoCall call, IKlaviyoRateLimitObserver? observer, ILogger? logger) : IDisposable
{
    /// <summary>Begins the attempt. One that is cancelled before uses no permit.</summary>
    internal void Send(CancellationToken cancellationToken)
    {
        if (lease is not Permit permit)
            return;
        if (cancellationToken.IsCancellationRequested)
        {
            permit.TakeBack();
            throw new OperationCanceledException("The query was cancelled while it waited for a permit within Klaviyo's rate limits.", cancellationToken);
        }

        permit.Send();
    }

    /// <summary>The answer is here.</summary>
    internal void Observe(KlaviyoRateLimitAnswer answer)
    {
        if (lease is null)
            return;
        if (logger is not null && answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            Warn(logger, answer);
        if (lease is not Permit permit)
        {
            observer?.Observe(call, answer);
            return;
        }

        foreach (LimitNotice notice in permit.Answer(answer))
            if (logger is not null)
                Warn(logger, notice);
    }

    public void Dispose() => lease?.Dispose();

    private static void Warn(ILogger to, LimitNotice notice)
    {
        switch (notice.News)
        {
            case LimitNews.Changed:
                RateLimitNotices.Learned(to, notice.Limit, notice.Reported, notice.Window.TotalSeconds, notice.Known ?? (object)"none");
                break;
            case LimitNews.UsedByOthers:
                RateLimitNotices.UsedByOthers(to, notice.Limit, notice.Reported, notice.Known, notice.Window.TotalSeconds);
                break;
            default:
                RateLimitNotices.Contradicted(to, notice.Limit, notice.Reported, notice.Known);
                break;
        }
    }

    private void Warn(ILogger to, KlaviyoRateLimitAnswer answer)
    {
        TimeSpan block = AccountLimiter.BlockOf(answer);
        if (answer.RetryAfter > block)
            RateLimitNotices.Disbelieved(to, call.Limits[^1].Name, answer.RetryAfter.Value.TotalSeconds, block.TotalSeconds);
        else
            RateLimitNotices.Refused(to, call.Limits[^1].Name, block.TotalSeconds);
    }
}
