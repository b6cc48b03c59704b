using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Tracks events and subscribes to stock, with a private key or with the public id of a company.</summary>
internal static class EventCommands
{
    private const string Bulk = "/api/event-bulk-create-jobs";

    internal static Task TrackAsync(ICommandEngine engine, string path, NewEvent newEvent, Site site, CancellationToken cancellationToken)
    {
        newEvent.Fix(engine.Now);
        WriteFacts operation = CommandTarget.Find("POST", path);
        return engine.SendAsync(CommandTarget.Post(path, site, json => EventBody.Write(json, newEvent, operation)), cancellationToken);
    }

    internal static Task TrackManyAsync(ICommandEngine engine, IEnumerable<NewEvent> events, Site site, CancellationToken cancellationToken)
    {
        NewEvent[] all = [.. events];
        foreach (NewEvent newEvent in all)
            newEvent.Fix(engine.Now);
        WriteFacts operation = CommandTarget.Find("POST", Bulk);
        AttributeFacts group = BodyParts.Item(operation, "events-bulk-create");
        Chunking<NewEvent> chunking = new(operation, (json, newEvent) => Write(json, [newEvent], group));
        return engine.SendAllAsync([.. chunking.Split(all).Select(chunk => CommandTarget.Post(Bulk, site, json => json.Resource(
            operation.ResourceType!,
            attributes: () => json.DataArray("events-bulk-create", Groups(chunk), same => Write(json, same, group)))))], cancellationToken);
    }

    /// <summary>Tracks events of one profile with the public id of a company.</summary>
    internal static Task TrackOfProfileAsync(
        ICommandEngine engine, Profile profile, IEnumerable<NewEvent> events, Site site, CancellationToken cancellationToken)
    {
        const string Path = "/client/event-bulk-create";
        NewEvent[] all = [.. events];
        foreach (NewEvent newEvent in all)
        {
            newEvent.Fix(engine.Now);
            if (newEvent.Profile is { } other && !ReferenceEquals(other, profile))
                throw new ArgumentException("An event has another profile: all events of the request belong to one.", nameof(events));
        }

        WriteFacts operation = CommandTarget.Find("POST", Path);
        Chunking<NewEvent> chunking = new(operation, EventBody.WriteItem);
        return engine.SendAllAsync([.. chunking.Split(all).Select(chunk => CommandTarget.Post(Path, site, json => json.Resource(
            operation.ResourceType!,
            attributes: () =>
            {
                json.Data("profile", () => ResourceBody.WriteIdentified(json, profile, new BodyScope(false, operation.Attributes).Within("profile")));
                json.DataArray("events", chunk, newEvent => EventBody.WriteItem(json, newEvent));
            })))], cancellationToken);
    }

    internal static Task SubscribeBackInStockAsync(
        ICommandEngine engine, string path, string variantId, Profile profile, KlaviyoChannels channels, Site site, CancellationToken cancellationToken)
    {
        WriteFacts operation = CommandTarget.Find("POST", path);
        return engine.SendAsync(
            CommandTarget.Post(path, site, json => json.Resource(
                operation.ResourceType!,
                attributes: () =>
                {
                    json.Texts("channels", Enum.GetValues<KlaviyoChannels>().Where(channel => channel != 0 && channels.HasFlag(channel)).Select(Name));
                    json.Data("profile", () => ResourceBody.WriteIdentified(json, profile, new BodyScope(false, operation.Attributes).Within("profile")));
                },
                relationships: () => json.Link("variant", "catalog-variant", variantId))),
            cancellationToken);
    }

    internal static void Write(Utf8JsonWriter json, IReadOnlyList<NewEvent> same, AttributeFacts group) =>
        json.Resource("event-bulk-create", attributes: () =>
        {
            json.Flag("backfill", same[0].Backfill);
            EventBody.WriteProfile(json, same[0], BodyParts.Attributes(group));
            json.DataArray("events", same, newEvent => EventBody.WriteItem(json, newEvent));
        });

    // The order of the events remains: only neighbours share a group.
    private static IEnumerable<List<NewEvent>> Groups(IReadOnlyList<NewEvent> events)
    {
        List<NewEvent> same = [];
        foreach (NewEvent newEvent in events)
        {
            if (same.Count > 0 && (!ReferenceEquals(same[0].Profile, newEvent.Profile) || same[0].Backfill != newEvent.Backfill))
            {
                yield return same;
                same = [];
            }

            same.Add(newEvent);
        }

        if (same.Count > 0)
            yield return same;
    }

    private static string Name(KlaviyoChannels channel) => channel switch
    {
        KlaviyoChannels.Email => "EMAIL",
        KlaviyoChannels.Sms => "SMS",
        KlaviyoChannels.WhatsApp => "WHATSAPP",
        _ => "PUSH",
    };
}
