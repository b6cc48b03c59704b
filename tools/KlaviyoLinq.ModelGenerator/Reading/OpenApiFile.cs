using System.Text.Json;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>The official OpenAPI document, read as plain JSON: why, stands in docs/decisions/0003-reading-the-openapi-document.md.</summary>
internal sealed class OpenApiFile : IDisposable
{
    private readonly JsonDocument _document;
    private readonly JsonElement _schemas;

    private OpenApiFile(JsonDocument document)
    {
        _document = document;
        _schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
    }

    internal string Revision => _document.RootElement.GetProperty("info").GetProperty("version").GetString()!;

    /// <summary>The GET operations in the ordinal order of their paths, which are spelled as today's documents spell them.</summary>
    internal IReadOnlyList<KeyValuePair<string, JsonElement>> GetOperations =>
    [
        .. _document.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _))
            .Select(path => KeyValuePair.Create(PathReader.Normalized(path.Name), path.Value.GetProperty("get")))
            .OrderBy(path => path.Key, StringComparer.Ordinal),
    ];

    /// <summary>The POST, PATCH and DELETE operations, in the ordinal order of their methods and paths.</summary>
    internal IReadOnlyList<(string Method, string Path, JsonElement Operation)> WriteOperations =>
    [
        .. _document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(operation => operation.Name is "post" or "patch" or "delete")
                .Select(operation => (operation.Name.ToUpperInvariant(), PathReader.Normalized(path.Name), operation.Value)))
            .OrderBy(write => $"{write.Item1} {write.Item2}", StringComparer.Ordinal),
    ];

    internal static OpenApiFile Open(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return new OpenApiFile(JsonDocument.Parse(stream));
    }

    /// <summary>
    /// The schema of an operation's successful answer, with <c>allOf</c> and <c>$ref</c> resolved. It has one media type: <c>application/json</c> in older
    /// documents, <c>application/vnd.api+json</c> in newer ones.
    /// </summary>
    internal MergedSchema AnswerOf(JsonElement operation) =>
        Merge([operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema")]);

    /// <summary>Resolves references and folds the branches of <c>allOf</c>: the parts together describe one value.</summary>
    internal MergedSchema Merge(IReadOnlyList<JsonElement> parts) => MergedSchema.Of(parts, Schema);

    public void Dispose() => _document.Dispose();

    private JsonElement Schema(string name) => _schemas.GetProperty(name);
}
