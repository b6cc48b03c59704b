using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Bulk commands on the catalog.</content>
public static partial class KlaviyoCommands
{
    /// <summary>Creates items in jobs of at most 100. One that exists fails in its job.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The items; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_catalog_items")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogItemBulkCreateJob>>> CreateManyAsync(
        this KlaviyoSet<CatalogItem> set,
        IEnumerable<CatalogItem> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("CreateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-item-bulk-create-jobs", "items", site)
            .WriteAsync<CatalogItem, CatalogItemBulkCreateJob>(rows, isNew: true, job => job.Status, cancellationToken);
    }

    /// <summary>Updates items by their ids, in jobs of at most 100. Sends what was assigned since each was read.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The items; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_update_catalog_items")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogItemBulkUpdateJob>>> UpdateManyAsync(
        this KlaviyoSet<CatalogItem> set,
        IEnumerable<CatalogItem> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("UpdateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-item-bulk-update-jobs", "items", site)
            .WriteAsync<CatalogItem, CatalogItemBulkUpdateJob>(rows, isNew: false, job => job.Status, cancellationToken);
    }

    /// <summary>Deletes items by their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids; a repeated id is sent once.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_delete_catalog_items")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogItemBulkDeleteJob>>> DeleteManyAsync(
        this KlaviyoSet<CatalogItem> set,
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("DeleteManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-item-bulk-delete-jobs", "items", site)
            .DeleteAsync<CatalogItemBulkDeleteJob>("catalog-item", ids, job => job.Status, cancellationToken);
    }

    /// <summary>Creates variants in jobs of at most 100. One that exists fails in its job.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The variants; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_catalog_variants")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogVariantBulkCreateJob>>> CreateManyAsync(
        this KlaviyoSet<CatalogVariant> set,
        IEnumerable<CatalogVariant> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("CreateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-variant-bulk-create-jobs", "variants", site)
            .WriteAsync<CatalogVariant, CatalogVariantBulkCreateJob>(rows, isNew: true, job => job.Status, cancellationToken);
    }

    /// <summary>Updates variants by their ids, in jobs of at most 100. Sends what was assigned since each was read.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The variants; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_update_catalog_variants")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogVariantBulkUpdateJob>>> UpdateManyAsync(
        this KlaviyoSet<CatalogVariant> set,
        IEnumerable<CatalogVariant> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("UpdateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-variant-bulk-update-jobs", "variants", site)
            .WriteAsync<CatalogVariant, CatalogVariantBulkUpdateJob>(rows, isNew: false, job => job.Status, cancellationToken);
    }

    /// <summary>Deletes variants by their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids; a repeated id is sent once.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_delete_catalog_variants")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogVariantBulkDeleteJob>>> DeleteManyAsync(
        this KlaviyoSet<CatalogVariant> set,
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("DeleteManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-variant-bulk-delete-jobs", "variants", site)
            .DeleteAsync<CatalogVariantBulkDeleteJob>("catalog-variant", ids, job => job.Status, cancellationToken);
    }

    /// <summary>Creates categories in jobs of at most 100. One that exists fails in its job.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The categories; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_catalog_categories")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogCategoryBulkCreateJob>>> CreateManyAsync(
        this KlaviyoSet<CatalogCategory> set,
        IEnumerable<CatalogCategory> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("CreateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-category-bulk-create-jobs", "categories", site)
            .WriteAsync<CatalogCategory, CatalogCategoryBulkCreateJob>(rows, isNew: true, job => job.Status, cancellationToken);
    }

    /// <summary>Updates categories by their ids, in jobs of at most 100. Sends what was assigned since each was read.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The categories; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_update_catalog_categories")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogCategoryBulkUpdateJob>>> UpdateManyAsync(
        this KlaviyoSet<CatalogCategory> set,
        IEnumerable<CatalogCategory> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("UpdateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-category-bulk-update-jobs", "categories", site)
            .WriteAsync<CatalogCategory, CatalogCategoryBulkUpdateJob>(rows, isNew: false, job => job.Status, cancellationToken);
    }

    /// <summary>Deletes categories by their ids, in jobs of at most 100.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids; a repeated id is sent once.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_delete_catalog_categories")]
    public static Task<IReadOnlyList<KlaviyoJob<CatalogCategoryBulkDeleteJob>>> DeleteManyAsync(
        this KlaviyoSet<CatalogCategory> set,
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("DeleteManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/catalog-category-bulk-delete-jobs", "categories", site)
            .DeleteAsync<CatalogCategoryBulkDeleteJob>("catalog-category", ids, job => job.Status, cancellationToken);
    }
}
