using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Suppresses profiles and lifts suppressions: by e-mail addresses, or those of a list or a segment.</summary>
/// <param name="queries">Reads the jobs.</param>
/// <param name="path">The operation.</param>
/// <param name="status">Reads the status of a job.</param>
internal sealed class SuppressionCommands<TJob>(IQueryEngine queries, string path, Func<TJob, JobStatus> status)
    where TJob : KlaviyoResource
{
    private readonly WriteFacts _operation = CommandTarget.Find("POST", path);

    internal async Task<IReadOnlyList<KlaviyoJob<TJob>>> SendAsync(IEnumerable<string> emails, Site site, CancellationToken cancellationToken) =>
        [.. (await queries.Commands.SendAllAsync(
            [.. emails.Chunk(_operation.MaximumItems ?? 100).Select(chunk => Draft(site, chunk, null))], cancellationToken).ConfigureAwait(false)).Select(Job)];

    internal async Task<KlaviyoJob<TJob>> SendAsync(string type, string id, Site site, CancellationToken cancellationToken) =>
        Job(await queries.Commands.SendAsync(Draft(site, null, (type, id)), cancellationToken).ConfigureAwait(false));

    private CommandDraft Draft(Site site, string[]? emails, (string Type, string Id)? group) =>
        CommandTarget.Post(path, site, json => json.Resource(
            _operation.ResourceType!,
            attributes: () =>
            {
                if (emails is not null)
                    json.DataArray("profiles", emails, email => json.Resource("profile", attributes: () => json.Text("email", email)));
            },
            relationships: group is not { } members ? null : () => json.Link(members.Type, members.Type, members.Id))) with { NeedsAnswer = true };

    private KlaviyoJob<TJob> Job(CommandAnswer answer) => new(queries, queries.Commands, answer.ReadResource<TJob>(), status);
}
