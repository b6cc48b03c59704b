using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <summary>Consent and suppression of an account: <c>klaviyo.Consent</c>. For the consent of one list, see the commands on its reference.</summary>
public sealed class KlaviyoConsent
{
    private readonly IQueryEngine _queries;

    internal KlaviyoConsent(IQueryEngine queries) => _queries = queries;

    private SuppressionCommands<ProfileSuppressionBulkCreateJob> Suppressing => new(_queries, "/api/profile-suppression-bulk-create-jobs", job => job.Status);

    private SuppressionCommands<ProfileSuppressionBulkDeleteJob> Lifting => new(_queries, "/api/profile-suppression-bulk-delete-jobs", job => job.Status);

    /// <summary>Subscribes people without a list, 1,000 in a request. Profiles that do not exist are not created.</summary>
    /// <param name="changes">The people and channels; none sends nothing.</param>
    /// <param name="customSource">The source that profiles show; null for the API (<c>custom_source</c>).</param>
    /// <param name="historicalImport">
    /// Whether the consent was given in the past: then each change has <see cref="ConsentChange.ConsentedAt"/>, and no double opt-in message is sent
    /// (<c>historical_import</c>).
    /// </param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_subscribe_profiles")]
    public Task SubscribeAsync(
        IEnumerable<ConsentChange> changes,
        string? customSource = null,
        bool? historicalImport = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(changes))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Site site = CommandSite.Of("SubscribeAsync", callerArgument, callerFilePath, callerLineNumber);
        return ConsentCommands.SubscribeAsync(_queries.Commands, changes, null, customSource, historicalImport, site, cancellationToken);
    }

    /// <summary>Unsubscribes people from everything, 100 in a request. To unsubscribe from one list, use <c>klaviyo.Lists[id].UnsubscribeAsync</c>.</summary>
    /// <param name="changes">The people and channels; none sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_unsubscribe_profiles")]
    public Task UnsubscribeGloballyAsync(
        IEnumerable<ConsentChange> changes,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(changes))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Site site = CommandSite.Of("UnsubscribeGloballyAsync", callerArgument, callerFilePath, callerLineNumber);
        return ConsentCommands.UnsubscribeGloballyAsync(_queries.Commands, changes, site, cancellationToken);
    }

    /// <summary>Suppresses profiles by their e-mail addresses: they receive no marketing messages.</summary>
    /// <param name="emails">The e-mail addresses; more than 100 are sent in several requests.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_suppress_profiles")]
    public Task<IReadOnlyList<KlaviyoJob<ProfileSuppressionBulkCreateJob>>> SuppressAsync(
        IEnumerable<string> emails,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(emails))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(emails);
        return Suppressing.SendAsync(emails, CommandSite.Of("SuppressAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Suppresses all profiles of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_suppress_profiles")]
    public Task<KlaviyoJob<ProfileSuppressionBulkCreateJob>> SuppressAsync(
        KlaviyoReference<List> list,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(list))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Suppressing.SendAsync("list", list.Id, CommandSite.Of("SuppressAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Suppresses all profiles of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_suppress_profiles")]
    public Task<KlaviyoJob<ProfileSuppressionBulkCreateJob>> SuppressAsync(
        KlaviyoReference<Segment> segment,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(segment))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(segment);
        Site site = CommandSite.Of("SuppressAsync", callerArgument, callerFilePath, callerLineNumber);
        return Suppressing.SendAsync("segment", segment.Id, site, cancellationToken);
    }

    /// <summary>Lifts suppressions of profiles by their e-mail addresses. Only those that were made by a user are lifted.</summary>
    /// <param name="emails">The e-mail addresses; more than 100 are sent in several requests.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_unsuppress_profiles")]
    public Task<IReadOnlyList<KlaviyoJob<ProfileSuppressionBulkDeleteJob>>> UnsuppressAsync(
        IEnumerable<string> emails,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(emails))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(emails);
        return Lifting.SendAsync(emails, CommandSite.Of("UnsuppressAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Lifts suppressions of all profiles of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_unsuppress_profiles")]
    public Task<KlaviyoJob<ProfileSuppressionBulkDeleteJob>> UnsuppressAsync(
        KlaviyoReference<List> list,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(list))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Lifting.SendAsync("list", list.Id, CommandSite.Of("UnsuppressAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Lifts suppressions of all profiles of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_unsuppress_profiles")]
    public Task<KlaviyoJob<ProfileSuppressionBulkDeleteJob>> UnsuppressAsync(
        KlaviyoReference<Segment> segment,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(segment))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Lifting.SendAsync("segment", segment.Id, CommandSite.Of("UnsuppressAsync", callerArgument, callerFilePath, callerLineNumber), cancellationToken);
    }
}
