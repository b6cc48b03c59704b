using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Importing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

public static partial class KlaviyoCommands
{
    /// <summary>
    /// Creates or updates profiles of a stream in jobs of at most 10,000, each found by its id or an identifier. It holds one request at a time. Two rows with
    /// the same identifier are sent in two requests, in their order.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each read once.</param>
    /// <param name="listIds">The ids of lists that the profiles join; null, the default, for none. Joining is not consent.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<Profile> set,
        IAsyncEnumerable<Profile> rows,
        IReadOnlyCollection<string>? listIds = null,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<Profile> resources = ImportPlans.OfResources<Profile, ProfileBulkImportJob>(
            set.Queries, "/api/profile-bulk-import-jobs", "profiles", site, creates: false,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount), errors: null);
        return RunAsync(set.Queries.Commands, ImportPlans.OfProfiles(resources, set.Queries, listIds), rows, options, cancellationToken);
    }

    /// <summary>Creates coupon codes of a stream in jobs of at most 1,000. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The codes, each with its coupon.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<CouponCode> set,
        IAsyncEnumerable<CouponCode> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CouponCode> plan = ImportPlans.OfResources<CouponCode, CouponCodeBulkCreateJob>(
            set.Queries, "/api/coupon-code-bulk-create-jobs", "coupon-codes", site, creates: true,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount), job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>
    /// Tracks events of a stream in requests of at most 1,000. Klaviyo has no jobs for them: an accepted event is the last that one learns. With a journal, an
    /// event without a <see cref="NewEvent.UniqueId"/> gets one from the import and the number of its row, so that it is recorded once, however often the
    /// import is interrupted.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The events, each with its profile.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<Event> set,
        IAsyncEnumerable<NewEvent> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        return RunAsync(set.Queries.Commands, ImportPlans.OfEvents(site), rows, options, cancellationToken);
    }

    /// <summary>Adds records of a stream to a data source, in requests of at most 500. Klaviyo has no jobs for them.</summary>
    /// <param name="source">The data source.</param>
    /// <param name="records">The records.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoReference<DataSource> source,
        IAsyncEnumerable<KlaviyoMap> records,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(records))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        return RunAsync(source.Commands, ImportPlans.OfRecords(source.Id, site), records, options, cancellationToken);
    }

    /// <summary>
    /// Subscribes the people of a stream to a list, in requests of at most 1,000. Klaviyo has no jobs for them. If the list has double opt-in, each person
    /// confirms first, unless it is a historical import.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="changes">The people and their channels.</param>
    /// <param name="customSource">The source of the consent, as Klaviyo shows it; null, the default, for none.</param>
    /// <param name="historicalImport">Whether the consent was given in the past, by each person's <c>ConsentedAt</c>; null, the default, for no.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoReference<List> list,
        IAsyncEnumerable<ConsentChange> changes,
        string? customSource = null,
        bool? historicalImport = null,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(changes))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(changes);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<ConsentChange> plan = ImportPlans.OfConsent(list.Id, customSource, historicalImport, site);
        return RunAsync(list.Commands, plan, changes, options, cancellationToken);
    }

    private static async Task<KlaviyoImportResult> RunAsync<TRow>(
        ICommandEngine engine, ImportPlan<TRow> plan, IAsyncEnumerable<TRow> rows, KlaviyoImportOptions? options, CancellationToken cancellationToken)
    {
        using ImportRun<TRow> run = new(plan, engine, options ?? new KlaviyoImportOptions());
        return await run.RunAsync(rows, cancellationToken).ConfigureAwait(false);
    }
}
