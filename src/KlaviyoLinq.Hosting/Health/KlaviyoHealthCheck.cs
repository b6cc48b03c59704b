using KlaviyoLinq.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KlaviyoLinq.Hosting.Health;

/// <summary>Requests the account itself, with the smallest request that needs the credential: <c>GET /api/accounts</c>.</summary>
internal sealed class KlaviyoHealthCheck(IKlaviyoContextFactory contexts, string name) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using KlaviyoContext klaviyo = contexts.CreateContext(name);
            string id = await klaviyo.Accounts.Select(account => account.Id).FirstAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"Klaviyo answers for the account {id}.");
        }
        catch (Exception busy) when (busy is KlaviyoRateLimitException or KlaviyoPermitRefusedException)
        {
            return HealthCheckResult.Degraded("Klaviyo's rate limit for the account is used up: " + busy.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // The exceptions of the library hold no secrets. Others, and those of a token provider, are the application's: only their type is reported.
            return new HealthCheckResult(
                context.Registration.FailureStatus, failure is KlaviyoException ? failure.Message : $"{failure.GetType().Name} before a request was sent.");
        }
    }
}
