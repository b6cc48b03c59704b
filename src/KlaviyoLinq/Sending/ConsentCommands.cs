using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Gives and withdraws consent.</summary>
internal static class ConsentCommands
{
    private const string SubscribePath = "/api/profile-subscription-bulk-create-jobs";
    private const string UnsubscribePath = "/api/profile-subscription-bulk-delete-jobs";

    // As many values as one condition of a query takes.
    private const int Batch = 100;

    internal static Task SubscribeAsync(
        ICommandEngine engine,
        IEnumerable<ConsentChange> changes,
        string? listId,
        string? customSource,
        bool? historicalImport,
        Site site,
        CancellationToken cancellationToken) =>
        engine.SendAllAsync(Drafts(SubscribePath, "SUBSCRIBED", changes, listId, site, json =>
        {
            json.Text("custom_source", customSource);
            json.Flag("historical_import", historicalImport);
        }), cancellationToken);

    internal static Task UnsubscribeGloballyAsync(ICommandEngine engine, IEnumerable<ConsentChange> changes, Site site, CancellationToken cancellationToken) =>
        engine.SendAllAsync(Drafts(UnsubscribePath, "UNSUBSCRIBED", changes, null, site), cancellationToken);

    internal static async Task<UnsubscribeResult> UnsubscribeAsync(
        KlaviyoReference<List> list, IEnumerable<ConsentChange> changes, Site site, CancellationToken cancellationToken)
    {
        ConsentChange[] all = [.. changes];

        // A plan reads nothing, so it shows the requests as though all were members.
        (List<ConsentChange> members, List<ConsentChange> others) = ExplainScope.Current is not null
            ? ([.. all], [])
            : await DivideAsync(list, all, cancellationToken).ConfigureAwait(false);
        if (members.Count > 0)
            await list.Commands.SendAllAsync(Drafts(UnsubscribePath, "UNSUBSCRIBED", members, list.Id, site), cancellationToken).ConfigureAwait(false);
        return new UnsubscribeResult(members, others);
    }

    private static async Task<(List<ConsentChange> Members, List<ConsentChange> Others)> DivideAsync(
        KlaviyoReference<List> list, ConsentChange[] changes, CancellationToken cancellationToken)
    {
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] emails in changes.Select(change => change.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Chunk(Batch))
            await foreach (string? email in list.Profiles.Where(profile => emails.Contains(profile.Email)).Select(profile => profile.Email)
                    .AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
                known.Add(email!);
        foreach (string[] numbers in changes.Select(change => change.PhoneNumber).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(Batch))
            await foreach (string? number in list.Profiles.Where(profile => numbers.Contains(profile.PhoneNumber)).Select(profile => profile.PhoneNumber)
                    .AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
                known.Add(number!);

        // Both identifiers have to be on the list: one of them alone could be another person's.
        ILookup<bool, ConsentChange> divided = changes.ToLookup(change =>
            (change.Email ?? change.PhoneNumber) is not null
            && (change.Email is null || known.Contains(change.Email))
            && (change.PhoneNumber is null || known.Contains(change.PhoneNumber)));
        return ([.. divided[true]], [.. divided[false]]);
    }

    private static IReadOnlyList<CommandDraft> Drafts(
        string path,
        string consent,
        IEnumerable<ConsentChange> changes,
        string? listId,
        Site site,
        Action<System.Text.Json.Utf8JsonWriter>? more = null)
    {
        WriteFacts operation = CommandTarget.Find("POST", path);
        Chunking<ConsentChange> chunking = new(operation, (json, change) => ConsentBody.Write(json, change, consent));
        return
        [
            .. chunking.Split(changes).Select(chunk => CommandTarget.Post(path, site, json => json.Resource(
                operation.ResourceType!,
                attributes: () =>
                {
                    more?.Invoke(json);
                    json.DataArray("profiles", chunk, change => ConsentBody.Write(json, change, consent));
                },
                relationships: listId is null ? null : () => json.Link("list", "list", listId)))),
        ];
    }
}
