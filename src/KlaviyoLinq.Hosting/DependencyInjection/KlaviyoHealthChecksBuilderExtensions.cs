using KlaviyoLinq;
using KlaviyoLinq.Hosting;
using KlaviyoLinq.Hosting.Contexts;
using KlaviyoLinq.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks of Klaviyo accounts.</summary>
public static class KlaviyoHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks that Klaviyo answers for an account: sends <c>GET /api/accounts</c>, for which the credential needs the scope <c>accounts:read</c>.
    /// The result is Degraded when the rate limit is used up; other failures report their reason, without secrets.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="accountName">The name that the account was added under. Default: the empty one.</param>
    /// <param name="name">The name of the check. The default is <c>klaviyo</c>, with the account's name if it has one: <c>klaviyo:eu</c>.</param>
    /// <param name="failureStatus">The status of a failed check. The default is <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags for selecting checks.</param>
    /// <param name="timeout">The time for the check with all retries. Default: none but the account's own timeouts.</param>
    public static IHealthChecksBuilder AddKlaviyo(
        this IHealthChecksBuilder builder,
        string accountName = "",
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(accountName);
        return builder.Add(new HealthCheckRegistration(
            name ?? (accountName.Length == 0 ? "klaviyo" : "klaviyo:" + accountName),
            services => new KlaviyoHealthCheck(services.GetRequiredService<IKlaviyoContextFactory>(), accountName),
            failureStatus,
            tags,
            timeout));
    }

    /// <summary>Checks that Klaviyo answers for the account of a context class that was added without a name. See the method without a type argument.</summary>
    /// <typeparam name="TContext">The context class.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check. Default: <c>klaviyo:</c> and the name of the class.</param>
    /// <param name="failureStatus">What a failed check is called. Default: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">The time for the check with all retries. Default: none but the account's own timeouts.</param>
    public static IHealthChecksBuilder AddKlaviyo<TContext>(
        this IHealthChecksBuilder builder,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
        where TContext : KlaviyoContext =>
        builder.AddKlaviyo(ContextNames.Of<TContext>(), name ?? "klaviyo:" + typeof(TContext).Name, failureStatus, tags, timeout);
}
