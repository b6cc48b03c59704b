using System.Text.Json;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Commands;

/// <summary>Reads a written body as the tree that is judged: what is judged is what is sent.</summary>
internal static class BodyReader
{
    /// <summary>Returns the value of the document's <c>data</c>.</summary>
    internal static BodyTerm? Data(ReadOnlySpan<byte> document) =>
        JsonElement.Parse(document, new JsonDocumentOptions { MaxDepth = KlaviyoMap.MaxDepth }).TryGetProperty("data"u8, out JsonElement data)
            ? Term(data)
            : null;

    private static BodyTerm Term(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new BodyObject([.. value.EnumerateObject().Select(member => new BodyMember(member.Name, Term(member.Value)))]),
        JsonValueKind.Array => new BodyArray([.. value.EnumerateArray().Select(Term)]),
        JsonValueKind.String => new BodyText(value.GetString()!),
        JsonValueKind.Number => new BodyNumber(value.GetRawText()),
        JsonValueKind.True => new BodyBoolean(true),
        JsonValueKind.False => new BodyBoolean(false),
        _ => new BodyNull(),
    };
}
