using System.Globalization;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Importing;

/// <summary>Makes the plans of imports.</summary>
internal static class ImportPlans
{
    /// <summary>Resources that are created or updated by jobs.</summary>
    internal static ImportPlan<TRow> OfResources<TRow, TJob>(
        IQueryEngine engine, string path, string member, Site site, bool creates, Func<TJob, JobState> state, Func<TJob, IReadOnlyList<JobError>>? errors)
        where TRow : KlaviyoResource
        where TJob : KlaviyoResource
    {
        WriteFacts operation = CommandTarget.Find("POST", path);
        AttributeFacts item = BodyParts.Item(operation, member);
        bool isNew = !path.Contains("-update-", StringComparison.Ordinal);
        return new ImportPlan<TRow>
        {
            Operation = operation,
            Member = member,
            Site = site,
            TypeName = typeof(TRow).Name,
            Creates = creates,
            Write = (json, row) => ResourceBody.WriteItem(json, row, item, isNew),
            JobId = answer => answer.ReadResource<TJob>().Id,
            ReadJobAsync = (id, token) => ReadAsync(engine, id, state, token),
            ReadErrors = errors is null ? null : (id, token) => ReadErrorsAsync(engine, id, errors, token),
        };
    }

    /// <summary>Resources that are deleted by jobs.</summary>
    internal static ImportPlan<string> OfIds<TJob>(
        IQueryEngine engine, string path, string member, string type, Site site, Func<TJob, JobState> state, Func<TJob, IReadOnlyList<JobError>> errors)
        where TJob : KlaviyoResource => new()
    {
        Operation = CommandTarget.Find("POST", path),
        Member = member,
        Site = site,
        Write = (json, id) =>
        {
            json.Resource(type, id);
            return default;
        },
        Keys = id => [id],
        JobId = answer => answer.ReadResource<TJob>().Id,
        ReadJobAsync = (id, token) => ReadAsync(engine, id, state, token),
        ReadErrors = (id, token) => ReadErrorsAsync(engine, id, errors, token),
    };

    /// <summary>Profiles: with the lists that they join, and with errors that are resources of their own.</summary>
    internal static ImportPlan<Profile> OfProfiles(ImportPlan<Profile> resources, IQueryEngine engine, IReadOnlyCollection<string>? listIds) => new()
    {
        Operation = resources.Operation,
        Member = resources.Member,
        Site = resources.Site,
        TypeName = resources.TypeName,
        Write = resources.Write,
        JobId = resources.JobId,
        ReadJobAsync = resources.ReadJobAsync,
        ReadErrors = (id, token) => ReadImportErrorsAsync(engine, id, token),
        Keys = Identifiers,
        Relationships = listIds is null ? null : json => json.DataArray("lists", listIds, id => json.Resource("list", id)),
    };

    /// <summary>Events, each with its profile.</summary>
    internal static ImportPlan<NewEvent> OfEvents(Site site)
    {
        WriteFacts operation = CommandTarget.Find("POST", "/api/event-bulk-create-jobs");
        AttributeFacts group = BodyParts.Item(operation, "events-bulk-create");
        return new ImportPlan<NewEvent>
        {
            Operation = operation,
            Member = "events-bulk-create",
            Site = site,
            Prepare = (row, number, import, start) =>
            {
                row.UniqueId ??= string.Create(CultureInfo.InvariantCulture, $"{import:N}-{number}");
                row.Time ??= start;
            },
            Write = (json, row) =>
            {
                EventCommands.Write(json, [row], group);
                return default;
            },
        };
    }

    /// <summary>Records of a data source.</summary>
    internal static ImportPlan<KlaviyoMap> OfRecords(string sourceId, Site site) => new()
    {
        Operation = CommandTarget.Find("POST", "/api/data-source-record-bulk-create-jobs"),
        Member = "data-source-records",
        Site = site,
        Relationships = json => json.Link("data-source", "data-source", sourceId),
        Write = (json, record) =>
        {
            RecordCommands.Write(json, record);
            return default;
        },
    };

    /// <summary>People who subscribe to a list.</summary>
    internal static ImportPlan<ConsentChange> OfConsent(string listId, string? customSource, bool? historicalImport, Site site) => new()
    {
        Operation = CommandTarget.Find("POST", "/api/profile-subscription-bulk-create-jobs"),
        Member = "profiles",
        Site = site,
        Attributes = json =>
        {
            json.Text("custom_source", customSource);
            json.Flag("historical_import", historicalImport);
        },
        Relationships = json => json.Link("list", "list", listId),
        Keys = change => new[] { change.ProfileId, change.Email, change.PhoneNumber }.OfType<string>(),
        Write = (json, change) =>
        {
            ConsentBody.Write(json, change, "SUBSCRIBED");
            return default;
        },
    };

    private static IEnumerable<string> Identifiers(Profile profile) =>
        new[] { profile.Id.Length > 0 ? profile.Id : null, profile.Email, profile.PhoneNumber, profile.ExternalId }.OfType<string>();

    /// <summary>Reads the errors of an import of profiles, which are resources of their own.</summary>
    internal static async IAsyncEnumerable<RowError> ReadImportErrorsAsync(
        IQueryEngine engine, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KlaviyoReference<ProfileBulkImportJob> job = JobReader.Reference<ProfileBulkImportJob>(engine, id);
        await foreach (ImportError error in job.ImportErrors.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return RowError.Of(error.Code, error.Title, error.Detail, error.Source?.Pointer);
    }

    private static async Task<JobState?> ReadAsync<TJob>(IQueryEngine engine, string id, Func<TJob, JobState> state, CancellationToken cancellationToken)
        where TJob : KlaviyoResource =>
        await JobReader.FindAsync<TJob>(engine, id, cancellationToken).ConfigureAwait(false) is { } job ? state(job) : null;

    private static async IAsyncEnumerable<RowError> ReadErrorsAsync<TJob>(
        IQueryEngine engine, string id, Func<TJob, IReadOnlyList<JobError>> errors, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJob : KlaviyoResource
    {
        TJob job = await JobReader.GetAsync<TJob>(engine, id, cancellationToken).ConfigureAwait(false);
        foreach (JobError error in errors(job) ?? [])
            yield return RowError.Of(error.Code, error.Title, error.Detail, error.Source?.Pointer);
    }
}
