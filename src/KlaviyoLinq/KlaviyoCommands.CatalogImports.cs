using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Importing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

public static partial class KlaviyoCommands
{
    /// <summary>Creates items of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each read once.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<CatalogItem> set,
        IAsyncEnumerable<CatalogItem> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogItem> plan = ImportPlans.OfResources<CatalogItem, CatalogItemBulkCreateJob>(
            set.Queries, "/api/catalog-item-bulk-create-jobs", "items", site, creates: true,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Updates items of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each with its id and what was assigned.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportUpdatesAsync(
        this KlaviyoSet<CatalogItem> set,
        IAsyncEnumerable<CatalogItem> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportUpdatesAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogItem> plan = ImportPlans.OfResources<CatalogItem, CatalogItemBulkUpdateJob>(
            set.Queries, "/api/catalog-item-bulk-update-jobs", "items", site, creates: false,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Deletes items by a stream of their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportDeletionsAsync(
        this KlaviyoSet<CatalogItem> set,
        IAsyncEnumerable<string> ids,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("ImportDeletionsAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<string> plan = ImportPlans.OfIds<CatalogItemBulkDeleteJob>(
            set.Queries, "/api/catalog-item-bulk-delete-jobs", "items", "catalog-item", site,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, ids, options, cancellationToken);
    }

    /// <summary>Creates variants of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each read once.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<CatalogVariant> set,
        IAsyncEnumerable<CatalogVariant> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogVariant> plan = ImportPlans.OfResources<CatalogVariant, CatalogVariantBulkCreateJob>(
            set.Queries, "/api/catalog-variant-bulk-create-jobs", "variants", site, creates: true,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Updates variants of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each with its id and what was assigned.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportUpdatesAsync(
        this KlaviyoSet<CatalogVariant> set,
        IAsyncEnumerable<CatalogVariant> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportUpdatesAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogVariant> plan = ImportPlans.OfResources<CatalogVariant, CatalogVariantBulkUpdateJob>(
            set.Queries, "/api/catalog-variant-bulk-update-jobs", "variants", site, creates: false,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Deletes variants by a stream of their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportDeletionsAsync(
        this KlaviyoSet<CatalogVariant> set,
        IAsyncEnumerable<string> ids,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("ImportDeletionsAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<string> plan = ImportPlans.OfIds<CatalogVariantBulkDeleteJob>(
            set.Queries, "/api/catalog-variant-bulk-delete-jobs", "variants", "catalog-variant", site,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, ids, options, cancellationToken);
    }

    /// <summary>Creates categories of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each read once.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportAsync(
        this KlaviyoSet<CatalogCategory> set,
        IAsyncEnumerable<CatalogCategory> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogCategory> plan = ImportPlans.OfResources<CatalogCategory, CatalogCategoryBulkCreateJob>(
            set.Queries, "/api/catalog-category-bulk-create-jobs", "categories", site, creates: true,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Updates categories of a stream in jobs of at most 100. It holds one request at a time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows, each with its id and what was assigned.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportUpdatesAsync(
        this KlaviyoSet<CatalogCategory> set,
        IAsyncEnumerable<CatalogCategory> rows,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("ImportUpdatesAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<CatalogCategory> plan = ImportPlans.OfResources<CatalogCategory, CatalogCategoryBulkUpdateJob>(
            set.Queries, "/api/catalog-category-bulk-update-jobs", "categories", site, creates: false,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, rows, options, cancellationToken);
    }

    /// <summary>Deletes categories by a stream of their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Aborts the import. With a journal it can be continued.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="KlaviyoImportException">A row was rejected and is not to be set aside, or a request failed.</exception>
    public static Task<KlaviyoImportResult> ImportDeletionsAsync(
        this KlaviyoSet<CatalogCategory> set,
        IAsyncEnumerable<string> ids,
        KlaviyoImportOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("ImportDeletionsAsync", callerArgument, callerFilePath, callerLineNumber);
        ImportPlan<string> plan = ImportPlans.OfIds<CatalogCategoryBulkDeleteJob>(
            set.Queries, "/api/catalog-category-bulk-delete-jobs", "categories", "catalog-category", site,
            job => JobState.Of(job.Status, job.TotalCount, job.CompletedCount, job.FailedCount),
            job => job.Errors);
        return RunAsync(set.Queries.Commands, plan, ids, options, cancellationToken);
    }
}
