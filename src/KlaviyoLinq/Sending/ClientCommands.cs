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

/// <summary>Sends the commands that need only the public id of a company.</summary>
internal static class ClientCommands
{
    /// <summary>Sends an entity as the body.</summary>
    internal static Task SendAsync(ICommandEngine engine, string path, KlaviyoResource row, string? id, Site site, CancellationToken cancellationToken)
    {
        WriteFacts operation = CommandTarget.Find("POST", path);
        return engine.SendAsync(
            new CommandDraft(operation, site)
            {
                TypeName = row.GetType().Name,
                Write = json => ResourceBody.Write(json, row, operation, id, isNew: true),
                Read = ReceivedMembers.Of(row),
            },
            cancellationToken);
    }

    internal static Task SubscribeAsync(
        ICommandEngine engine, string listId, Profile profile, ConsentChange? consent, string? customSource, Site site, CancellationToken cancellationToken)
    {
        const string Path = "/client/subscriptions";
        if (consent is { Email: not null } or { PhoneNumber: not null } or { ProfileId: not null } or { DateOfBirth: not null })
            throw new ArgumentException(
                "The consent has an identifier or a date of birth of its own. Assign the identifiers to the profile; this request takes no date of birth.",
                nameof(consent));
        WriteFacts operation = CommandTarget.Find("POST", Path);
        return engine.SendAsync(
            CommandTarget.Post(Path, site, json => json.Resource(
                operation.ResourceType!,
                attributes: () =>
                {
                    json.Text("custom_source", customSource);
                    json.Data("profile", () => WriteProfile(json, profile, consent, operation));
                },
                relationships: () => json.Link("list", "list", listId))),
            cancellationToken);
    }

    internal static Task CreateReviewAsync(ICommandEngine engine, NewReview review, Site site, CancellationToken cancellationToken) =>
        engine.SendAsync(CommandTarget.Post("/client/reviews", site, json => ReviewBody.Write(json, review)), cancellationToken);

    private static void WriteProfile(Utf8JsonWriter json, Profile profile, ConsentChange? consent, WriteFacts operation) =>
        ResourceBody.WriteIdentified(
            json, profile, new BodyScope(false, operation.Attributes).Within("profile"),
            consent is null ? null : () => ConsentBody.WriteChannels(json, consent, "SUBSCRIBED"));
}
