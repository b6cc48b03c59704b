using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Spec;

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

    /// <summary>The GET operations in the ordinal order of their paths, which are written as today's documents spell them.</summary>
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
        if (!File.Exists(path))
            throw new SpecificationException($"There is no document at {path}.");
        using FileStream stream = File.OpenRead(path);
        try
        {
            var document = JsonDocument.Parse(stream);
            return Missing(document.RootElement) is { } missing
                ? throw new SpecificationException($"{path} is not an OpenAPI document of Klaviyo: it has no {missing}.")
                : new OpenApiFile(document);
        }
        catch (JsonException broken)
        {
            throw new SpecificationException($"{path} is not JSON, or not all of it: {broken.Message}");
        }
    }

    /// <summary>Reads one operation, so that an unreadable one is named.</summary>
    internal static T Reading<T>(string operation, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unread) when (unread is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SpecificationException($"{operation} of the document cannot be read: {unread.Message}");
        }
        catch (SpecificationException refusal)
        {
            throw new SpecificationException($"{operation}: {refusal.Message}");
        }
    }

    private static string? Missing(JsonElement root)
    {
        if (!Has(root, "openapi", JsonValueKind.String, out _))
            return "'openapi'";
        if (!Has(root, "info", JsonValueKind.Object, out JsonElement info) || !Has(info, "version", JsonValueKind.String, out _))
            return "'info.version'";
        if (!Has(root, "components", JsonValueKind.Object, out JsonElement components) || !Has(components, "schemas", JsonValueKind.Object, out _))
            return "'components.schemas'";
        return Has(root, "paths", JsonValueKind.Object, out JsonElement paths)
            && paths.EnumerateObject().Any(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            ? null
            : "path below '/api/'";
    }

    private static bool Has(JsonElement holder, string name, JsonValueKind kind, out JsonElement member)
    {
        member = default;
        return holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out member) && member.ValueKind == kind;
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
