using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Documents;

/// <summary>
/// Reads the document of an answer that is an error. Nothing in it is required, and a body that is none has no errors: the status already says that
/// the request failed, and the known part of the reason must not be lost to a second failure.
/// </summary>
internal static class ErrorDocument
{
    internal static IReadOnlyList<KlaviyoError> Read(ReadOnlySpan<byte> document)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(document);
        }
        catch (JsonException)
        {
            return [];
        }

        if (Member(root, "errors") is { } errors)
            return errors.ValueKind == JsonValueKind.Array ? [.. errors.EnumerateArray().Select(ReadError)] : [ReadError(errors)];

        // What stands before the JSON:API layer writes one sentence.
        return (Text(root, "detail") ?? Text(root, "message")) is { } sentence ? [new KlaviyoError { Detail = sentence }] : [];
    }

    private static KlaviyoError ReadError(JsonElement error) => new()
    {
        Id = Text(error, "id"),
        Status = Status(error),
        Code = Text(error, "code"),
        Title = Text(error, "title"),
        Detail = Text(error, "detail"),
        SourceParameter = Text(Member(error, "source"), "parameter"),
        SourcePointer = Text(Member(error, "source"), "pointer"),
        DuplicateProfileId = Text(Member(error, "meta"), "duplicate_profile_id"),
    };

    private static int? Status(JsonElement error) =>
        Member(error, "status") is { } status && new ScalarToken(status).TryReadInteger(out long? number) && number is >= 100 and <= 599 ? (int)number : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { } member && new ScalarToken(member).TryReadString(out string? text) ? text : null;

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out JsonElement member) ? member : null;
}
