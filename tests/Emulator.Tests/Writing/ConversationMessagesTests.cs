using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Writing;

public sealed class ConversationMessagesTests : WriteTests
{
    [Fact]
    public async Task A_message_of_a_conversation_is_accepted()
    {
        Emulator.Add("""{"type":"conversation","id":"C","attributes":{"channel":"sms"}}""");

        Answer answer = await Sends("POST", "/api/conversation-messages", Body("C"), HttpStatusCode.Accepted);

        answer.Body.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Undefined);
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_takes_no_message() => await IsRefused(
        "POST", "/api/conversation-messages", Body("X"), HttpStatusCode.NotFound, "/data/relationships/conversation/data/id");

    private static string Body(string conversation) =>
        """
        {"data":{"type":"conversation-message","attributes":{"body":"Hello"},"relationships":{"conversation":{"data":{"type":"conversation","id":"ID"}}}}}
        """.Replace("ID", conversation);
}
