using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Resource object of a body: the document's <c>data</c>, or one within the attributes of a job.</summary>
/// <param name="Json">The object.</param>
internal readonly record struct BodyResource(JsonElement Json)
{
    private static readonly JsonElement _nothing = JsonElement.Parse("{}");

    /// <summary>The id; null where there is none.</summary>
    internal string? Id => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;

    /// <summary>The attributes; an empty object where there are none.</summary>
    internal JsonElement Attributes => Part("attributes");

    /// <summary>The relationships; an empty object where there are none.</summary>
    internal JsonElement Relationships => Part("relationships");

    /// <summary>The <c>meta</c>; an empty object where there is none.</summary>
    internal JsonElement Meta => Part("meta");

    /// <summary>The text of an attribute; null where it is absent or null.</summary>
    internal string? Text(string attribute) =>
        Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The resource that an attribute embeds: the profile of an event. It has no members where the attribute is absent or null.</summary>
    internal BodyResource Embedded(string attribute) =>
        new(Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value.GetProperty("data") : _nothing);

    /// <summary>The resources that an attribute embeds: the profiles of a job. None where the attribute is absent or null.</summary>
    internal BodyResource[] EmbeddedMany(string attribute) =>
        Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? [.. value.GetProperty("data").EnumerateArray().Select(item => new BodyResource(item))]
            : [];

    /// <summary>Makes a resource object of attributes alone.</summary>
    internal static BodyResource Of(JsonObject attributes) => new BodyResource(_nothing).With(attributes);

    /// <summary>The same resource with these attributes in place of its own.</summary>
    internal BodyResource With(JsonObject attributes)
    {
        JsonObject json = JsonObject.Create(Json)!;
        json["attributes"] = attributes;
        return new BodyResource(JsonElement.Parse(json.ToJsonString()));
    }

    /// <summary>The ids of a relationship; null where the body does not name it, and empty where its data are null.</summary>
    internal IReadOnlyList<string>? Related(string relationship)
    {
        if (!Relationships.TryGetProperty(relationship, out JsonElement value))
            return null;
        JsonElement data = value.GetProperty("data");
        return data.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => [.. data.EnumerateArray().Select(identifier => identifier.GetProperty("id").GetString()!)],
            _ => [data.GetProperty("id").GetString()!],
        };
    }

    private JsonElement Part(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out JsonElement part) ? part : _nothing;
}
