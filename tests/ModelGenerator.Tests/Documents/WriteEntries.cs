using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>POST, PATCH and DELETE operations of the official document as lines of text, read without the generator's code.</summary>
internal static class WriteEntries
{
    internal static SortedSet<string> Of(string revision)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision)));
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
            foreach (JsonProperty operation in path.Value.EnumerateObject().Where(operation => operation.Name is "post" or "patch" or "delete"))
                lines.UnionWith(Lines($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value, document.RootElement));
        return lines;
    }

    private static IEnumerable<string> Lines(string key, JsonElement operation, JsonElement root)
    {
        JsonElement limits = operation.GetProperty("x-klaviyo-ratelimit");
        string daily = limits.TryGetProperty("daily", out JsonElement day) ? day.GetString()! : "0/d";
        yield return $"{key} is {operation.GetProperty("operationId").GetString()}";
        yield return $"{key} has the limits {limits.GetProperty("burst").GetString()} {limits.GetProperty("steady").GetString()} {daily}";
        yield return $"{key} needs {string.Join(' ', operation.GetProperty("x-klaviyo-scopes").EnumerateArray().Select(scope => scope.GetString()))}";
        yield return $"{key} answers {string.Join(' ', operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Where(status => status[0] == '2'))}";
        if (!operation.TryGetProperty("requestBody", out JsonElement body))
            yield break;

        var schema = new JsonSchema(root, body.GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema"));
        if (schema["data"] is not { } data)
        {
            foreach (string line in Members($"{key} attributes", schema, 1))
                yield return line;
            yield break;
        }

        bool many = data.Type == "array";
        JsonSchema item = many ? data.Items : data;
        yield return $"{key} takes {item["type"]!.Values[0]}{(many ? "[]" : "")}";
        if (item["id"] is not null)
            yield return $"{key} takes an id{(item.Requires("id") ? ", always" : "")}";
        foreach (string line in Parts(key, item))
            yield return line;
    }

    private static IEnumerable<string> Parts(string key, JsonSchema item)
    {
        foreach (string part in new[] { "attributes", "meta" })
            if (item[part] is { } members)
                foreach (string line in Members($"{key} {part}", members, 1))
                    yield return line;
        if (item["relationships"] is not { } relationships)
            yield break;
        foreach (string name in relationships.Names)
        {
            JsonSchema data = relationships[name]!["data"]!;
            bool many = data.Type == "array";
            yield return $"{key} relates by {name} to {(many ? data.Items : data)["type"]!.Values[0]}{(many ? "[]" : "")}{(relationships.Requires(name) ? ", always" : "")}";
        }
    }

    private static IEnumerable<string> Members(string place, JsonSchema holder, int depth)
    {
        foreach (string name in holder.Names.Where(name => !holder[name]!.IsReadOnly))
        {
            JsonSchema member = holder[name]!;
            yield return $"{place}.{name}{(holder.Requires(name) ? " required" : "")}{(member.IsNullable ? " nullable" : "")}";
            if (depth == MemberDepth.Maximum - 1)
                continue;
            JsonSchema value = member.Type == "array" ? member.Items : member;
            foreach (JsonSchema alternative in value.Alternatives.Prepend(value))
                foreach (string line in Members($"{place}.{name}", alternative.Type == "array" ? alternative.Items : alternative, depth + 1))
                    yield return line;
        }
    }
}
