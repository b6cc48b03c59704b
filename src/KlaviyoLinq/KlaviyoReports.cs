using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <summary>Reports of an account: <c>klaviyo.Reports</c>. They change nothing, and a read-only context sends them as well.</summary>
public sealed class KlaviyoReports
{
    private readonly ICommandEngine _commands;

    internal KlaviyoReports(ICommandEngine commands) => _commands = commands;

    /// <summary>Queries the aggregated events of a metric.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_metric_aggregates")]
    public Task<KlaviyoReport> QueryMetricAggregatesAsync(
        MetricAggregateQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryMetricAggregatesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, query, site, cancellationToken);
    }

    /// <summary>Queries the performance of campaigns, one value for each group. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_campaign_values")]
    public Task<KlaviyoReport> QueryCampaignValuesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryCampaignValuesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/campaign-values-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the performance of flows, one value for each group. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_flow_values")]
    public Task<KlaviyoReport> QueryFlowValuesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryFlowValuesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/flow-values-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the performance of flows, one value for each group and interval. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_flow_series")]
    public Task<KlaviyoReport> QueryFlowSeriesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryFlowSeriesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/flow-series-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the performance of forms, one value for each group. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_form_values")]
    public Task<KlaviyoReport> QueryFormValuesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryFormValuesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/form-values-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the performance of forms, one value for each group and interval. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_form_series")]
    public Task<KlaviyoReport> QueryFormSeriesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QueryFormSeriesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/form-series-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the growth of segments, one value for each group. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_segment_values")]
    public Task<KlaviyoReport> QuerySegmentValuesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QuerySegmentValuesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/segment-values-reports", query, site, cancellationToken);
    }

    /// <summary>Queries the growth of segments, one value for each group and interval. Klaviyo takes 2 reports a minute and 225 a day.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The groups, of all pages.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo does not have such a report; nothing was sent.</exception>
    [Operations("query_segment_series")]
    public Task<KlaviyoReport> QuerySegmentSeriesAsync(
        ReportQuery query,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(query))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        Site site = CommandSite.Of("QuerySegmentSeriesAsync", callerArgument, callerFilePath, callerLineNumber);
        return ReportCommands.SendAsync(_commands, "/api/segment-series-reports", query, site, cancellationToken);
    }
}
