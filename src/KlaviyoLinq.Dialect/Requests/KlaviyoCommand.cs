using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Requests;

/// <summary>A request that writes, judged: it can be sent with the body that it was judged by.</summary>
internal sealed record KlaviyoCommand
{
    internal required WriteFacts Operation { get; init; }

    /// <summary>The path with its id, percent-encoded: <c>/api/lists/Y6nRLr</c>.</summary>
    internal required string Path { get; init; }

    /// <summary>The class of this request, which is lower than the operation's where the body appends to a value.</summary>
    internal required RepeatClass Repeat { get; init; }
}
