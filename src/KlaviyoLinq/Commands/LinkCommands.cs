using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Commands;

/// <summary>Adds, replaces and removes the links of one relationship of one resource.</summary>
/// <param name="engine">Sends the commands.</param>
/// <param name="path">The path template of the relationship: <c>/api/lists/{id}/relationships/profiles</c>.</param>
/// <param name="id">The id of the resource in the path.</param>
internal sealed class LinkCommands(ICommandEngine engine, string path, string id)
{
    /// <summary>Sends links in as many requests as the limit of the operation requires; none sends nothing.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="ids">The ids of the related resources.</param>
    /// <param name="site">The call.</param>
    /// <param name="cancellationToken">Aborts the requests.</param>
    /// <param name="related">Reads the ids of the resources that are related already; null where they are not to be read.</param>
    internal Task SendAsync(
        string method, IEnumerable<string> ids, Site site, CancellationToken cancellationToken, Func<IAsyncEnumerable<string>>? related = null)
    {
        WriteFacts operation = CommandTarget.Find(method, path);
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0
            ? Task.CompletedTask
            : engine.SendAllAsync(
                [.. distinct.Chunk(operation.MaximumItems ?? distinct.Length).Select(chunk => Draft(operation, site, chunk) with
                {
                    IsDoneAsync = related is null || operation.Repeat != RepeatClass.Keyed ? null : token => ContainsAllAsync(related(), chunk, token),
                })],
                cancellationToken);
    }

    private static async Task<bool> ContainsAllAsync(IAsyncEnumerable<string> related, string[] ids, CancellationToken cancellationToken)
    {
        HashSet<string> missing = [.. ids];
        await foreach (string id in related.WithCancellation(cancellationToken).ConfigureAwait(false))
            if (missing.Remove(id) && missing.Count == 0)
                break;
        return missing.Count == 0;
    }

    /// <summary>Replaces all links in one request.</summary>
    internal Task ReplaceAsync(IEnumerable<string> ids, Site site, CancellationToken cancellationToken) =>
        engine.SendAsync(Draft(CommandTarget.Find("PATCH", path), site, [.. ids.Distinct(StringComparer.Ordinal)]), cancellationToken);

    /// <summary>Sets the link of a to-one relationship.</summary>
    internal Task SetAsync(string target, Site site, CancellationToken cancellationToken) =>
        engine.SendAsync(Draft(CommandTarget.Find("PATCH", path), site, [target]), cancellationToken);

    /// <summary>Sends one link with members of its own; those without a value are left out.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">The id of the related resource.</param>
    /// <param name="meta">The members of the link.</param>
    /// <param name="site">The call.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="probe">Looks for the link after a lost answer; null where the request can be repeated.</param>
    internal Task SendAsync(
        string method,
        string target,
        IReadOnlyList<(string Name, string? Value)> meta,
        Site site,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<KlaviyoResolution>>? probe = null) =>
        engine.SendAsync(Draft(CommandTarget.Find(method, path), site, [target], meta) with { Probe = probe }, cancellationToken);

    private CommandDraft Draft(WriteFacts operation, Site site, string[] targets, IReadOnlyList<(string Name, string? Value)>? meta = null) =>
        new(operation, site) { Id = id, Write = json => Write(json, operation, targets, meta) };

    private static LinkFaults Write(Utf8JsonWriter json, WriteFacts operation, string[] targets, IReadOnlyList<(string Name, string? Value)>? meta)
    {
        if (operation.IsMany)
            json.WriteStartArray();
        foreach (string target in targets)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, operation.ResourceType);
            json.WriteString("id"u8, target);
            if (meta is not null)
                json.Object("meta", () =>
                {
                    foreach ((string name, string? value) in meta)
                        json.Text(name, value);
                });
            json.WriteEndObject();
        }

        if (operation.IsMany)
            json.WriteEndArray();
        return default;
    }
}
