using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Commands that belong to no set.</content>
public partial class KlaviyoContext
{
    /// <summary>Gets the commands of consent and suppression.</summary>
    public KlaviyoConsent Consent => new(_provider.Value);

    /// <summary>Gets the commands that delete the data of people.</summary>
    public KlaviyoPrivacy Privacy => new(_provider.Value.Commands);

    /// <summary>Gets the reports.</summary>
    public KlaviyoReports Reports => new(_provider.Value.Commands);

    /// <summary>Sends a message in a conversation with a customer. A second request sends a second message.</summary>
    /// <param name="conversationId">The id of the conversation: <c>profile.Conversation.Id</c>.</param>
    /// <param name="text">The text. Wire name: <c>body</c>.</param>
    /// <param name="hierarchy">
    /// The forms of the message for RCS and SMS, the preferred one first; null for the text alone. Wire name: <c>message_hierarchy</c>.
    /// </param>
    /// <param name="cancellationToken">Aborts the request. Where it may have been processed, the outcome is unknown.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request could send a second message.</exception>
    [Operations("create_conversation_message")]
    public Task SendConversationMessageAsync(
        string conversationId,
        string text,
        IReadOnlyList<KlaviyoMap>? hierarchy = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(text))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        ArgumentNullException.ThrowIfNull(text);
        Forms.Site site = CommandSite.Of("SendConversationMessageAsync", callerArgument, callerFilePath, callerLineNumber);
        return _provider.Value.Commands.SendAsync(
            CommandTarget.Post("/api/conversation-messages", site, json => json.Resource(
                "conversation-message",
                attributes: () =>
                {
                    json.WriteString("body"u8, text);
                    json.Maps("message_hierarchy", hierarchy);
                },
                relationships: () => json.Link("conversation", "conversation", conversationId))),
            cancellationToken);
    }
}
