using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Bulk commands on profiles, coupon codes and records.</content>
public static partial class KlaviyoCommands
{
    /// <summary>Creates profiles, or updates those with the same identifiers, in jobs of at most 10,000 profiles and 5 MB. Consent is not changed.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The profiles; none sends nothing. They do not count as saved: the jobs say what became of them.</param>
    /// <param name="listIds">The ids of lists that the profiles are added to; null for none.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_import_profiles")]
    public static Task<IReadOnlyList<KlaviyoJob<ProfileBulkImportJob>>> AddOrUpdateManyAsync(
        this KlaviyoSet<Profile> set,
        IEnumerable<Profile> rows,
        IEnumerable<string>? listIds = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("AddOrUpdateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/profile-bulk-import-jobs", "profiles", site)
        {
            Relationships = listIds is null ? null : json => json.DataArray("lists", listIds, id => json.Resource("list", id)),
        }.WriteAsync<Profile, ProfileBulkImportJob>(rows, isNew: true, job => job.Status, cancellationToken);
    }

    /// <summary>Creates coupon codes in jobs of at most 1,000. One that exists fails in its job.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The codes, each with its coupon; none sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The jobs, one for each request.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_coupon_codes")]
    public static Task<IReadOnlyList<KlaviyoJob<CouponCodeBulkCreateJob>>> CreateManyAsync(
        this KlaviyoSet<CouponCode> set,
        IEnumerable<CouponCode> rows,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(rows))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        Site site = CommandSite.Of("CreateManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return new BulkCommands(set.Queries, "/api/coupon-code-bulk-create-jobs", "coupon-codes", site)
            .WriteAsync<CouponCode, CouponCodeBulkCreateJob>(rows, isNew: true, job => job.Status, cancellationToken);
    }

    /// <summary>Adds a record to a data source.</summary>
    /// <param name="source">The data source.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("create_data_source_record")]
    public static Task CreateRecordAsync(
        this KlaviyoReference<DataSource> source,
        KlaviyoMap record,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(record))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(record);
        Site site = CommandSite.Of("CreateRecordAsync", callerArgument, callerFilePath, callerLineNumber);
        return RecordCommands.CreateAsync(source, record, site, cancellationToken);
    }

    /// <summary>Adds records to a data source, in requests of at most 500 records and 4 MB.</summary>
    /// <param name="source">The data source.</param>
    /// <param name="records">The records; none sends nothing.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_create_data_source_records")]
    public static Task CreateManyRecordsAsync(
        this KlaviyoReference<DataSource> source,
        IEnumerable<KlaviyoMap> records,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(records))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        Site site = CommandSite.Of("CreateManyRecordsAsync", callerArgument, callerFilePath, callerLineNumber);
        return RecordCommands.CreateManyAsync(source, records, site, cancellationToken);
    }

    /// <summary>Deletes records of custom objects, in requests of at most 500.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ids">The ids; a repeated id is sent once.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("bulk_delete_object_records")]
    public static Task DeleteManyAsync(
        this KlaviyoSet<ObjectRecord> set,
        IEnumerable<string> ids,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ids))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ids);
        Site site = CommandSite.Of("DeleteManyAsync", callerArgument, callerFilePath, callerLineNumber);
        return RecordCommands.DeleteManyAsync(set.Commands, ids, site, cancellationToken);
    }
}
