using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Conversations;

/// <summary>Takes messages of conversations. No operation reads the messages of a conversation, so nothing is kept.</summary>
internal static class ConversationMessages
{
    internal static WriteAnswer Create(WriteCall call)
    {
        string conversation = call.Resource.Related("conversation")![0];
        return call.Store.Find("conversation", conversation) is null
            ? ApiError.NoSuchResource("conversation", conversation) with { Pointer = "/data/relationships/conversation/data/id" }
            : new WriteAnswer(call.Status);
    }
}
