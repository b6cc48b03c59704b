using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>
/// Sends the rows of bulk commands in requests that keep the limits of the operation. All requests are judged before the first is sent.
/// </summary>
/// <param name="queries">Reads the jobs.</param>
/// <param name="path">The operation.</param>
/// <param name="member">The attribute that holds the rows: <c>items</c>.</param>
/// <param name="site">The call.</param>
internal sealed class BulkCommands(IQueryEngine queries, string path, string member, Site site)
{
    private readonly WriteFacts _operation = CommandTarget.Find("POST", path);

    /// <summary>Relationships of each request; null for none.</summary>
    internal Action<Utf8JsonWriter>? Relationships { get; init; }

    /// <summary>Creates or updates resources.</summary>
    internal Task<IReadOnlyList<KlaviyoJob<TJob>>> WriteAsync<T, TJob>(
        IEnumerable<T> rows, bool isNew, Func<TJob, JobStatus> status, CancellationToken cancellationToken)
        where T : KlaviyoResource
        where TJob : KlaviyoResource
    {
        AttributeFacts item = BodyParts.Item(_operation, member);
        return SendAsync(rows, (json, row) => ResourceBody.WriteItem(json, row, item, isNew), status, cancellationToken);
    }

    /// <summary>Deletes resources.</summary>
    internal Task<IReadOnlyList<KlaviyoJob<TJob>>> DeleteAsync<TJob>(
        string type, IEnumerable<string> ids, Func<TJob, JobStatus> status, CancellationToken cancellationToken)
        where TJob : KlaviyoResource =>
        SendAsync(ids.Distinct(StringComparer.Ordinal), (json, id) => json.Resource(type, id), status, cancellationToken);

    private async Task<IReadOnlyList<KlaviyoJob<TJob>>> SendAsync<TRow, TJob>(
        IEnumerable<TRow> rows, Func<Utf8JsonWriter, TRow, LinkFaults> write, Func<TJob, JobStatus> status, CancellationToken cancellationToken)
        where TJob : KlaviyoResource
    {
        Chunking<TRow> chunking = new(_operation, (json, row) => write(json, row));
        CommandDraft[] drafts = [.. chunking.Split(rows).Select(chunk => new CommandDraft(_operation, site)
        {
            NeedsAnswer = true,
            TypeName = typeof(KlaviyoResource).IsAssignableFrom(typeof(TRow)) ? typeof(TRow).Name : null,
            Write = json => Write(json, chunk, write),
        })];
        IReadOnlyList<CommandAnswer> answers = await queries.Commands.SendAllAsync(drafts, cancellationToken).ConfigureAwait(false);
        return
        [
            .. answers.Select(answer => new KlaviyoJob<TJob>(queries, queries.Commands, answer.ReadResource<TJob>(), status)
            {
                WasRepeated = answer.WasRepeated,
            }),
        ];
    }

    private Task<IReadOnlyList<KlaviyoJob<TJob>>> SendAsync<TRow, TJob>(
        IEnumerable<TRow> rows, Action<Utf8JsonWriter, TRow> write, Func<TJob, JobStatus> status, CancellationToken cancellationToken)
        where TJob : KlaviyoResource =>
        SendAsync(
            rows,
            (json, row) =>
            {
                write(json, row);
                return default;
            },
            status,
            cancellationToken);

    private LinkFaults Write<TRow>(Utf8JsonWriter json, IReadOnlyList<TRow> chunk, Func<Utf8JsonWriter, TRow, LinkFaults> write)
    {
        List<string> conflicts = [];
        List<string> edited = [];
        json.Resource(
            _operation.ResourceType!,
            attributes: () => json.DataArray(member, chunk, row =>
            {
                LinkFaults faults = write(json, row);
                conflicts.AddRange(faults.Conflicts ?? []);
                edited.AddRange(faults.Edited ?? []);
            }),
            relationships: Relationships is null ? null : () => Relationships(json));
        return new LinkFaults(conflicts, edited);
    }
}
