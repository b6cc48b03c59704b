using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Reader of the JSON:API document of a request. It rejects everything that the operation does not take.</summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the value of <c>data</c>; null for an operation without a body.</summary>
    /// <param name="operation">The operation: one that writes with a JSON body, or a report.</param>
    /// <param name="id">The id in the path; null where the path has none.</param>
    /// <param name="body">The body as it was sent.</param>
    internal static (JsonElement? Data, ApiError? Error) Read(OperationFacts operation, string? id, ReadOnlyMemory<byte> body)
    {
        BodyShape? shape = BodyShape.Of(operation, id);
        if (shape is null)
            return (null, body.IsEmpty ? null : BodyFault.At("/data", "This request takes no body."));
        if (shape.MaximumBytes is { } maximum && body.Length > maximum)
            return (
                null,
                BodyFault.At("/data", string.Create(CultureInfo.InvariantCulture, $"The body has {body.Length} bytes; at most {maximum} are allowed.")));
        JsonElement document;
        try
        {
            document = JsonElement.Parse(body.Span, _strict);
        }
        catch (JsonException exception)
        {
            return (null, BodyFault.At("/data", $"JSON parse error: {exception.Message}"));
        }
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("data", out JsonElement data))
            return (null, BodyFault.At("/data", "'data' is a required field."));
        foreach (JsonProperty member in document.EnumerateObject())
            if (member.Name != "data")
                return (null, BodyFault.At("/" + BodyFault.Escaped(member.Name), $"'{member.Name}' is not a valid field for this request."));
        return shape.Check(data) is { } error ? (null, error) : (data, null);
    }
}
