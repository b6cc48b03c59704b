using System.Text.Json;
using System.Text.RegularExpressions;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>Entries of an official document that reading queries can use, one line of text each.</summary>
internal sealed partial class DocumentEntries
{
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);
    private readonly JsonElement _root;

    private DocumentEntries(JsonElement root) => _root = root;

    internal static SortedSet<string> Of(string revision)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision)));
        var entries = new DocumentEntries(document.RootElement);
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
            if (path.Value.TryGetProperty("get", out JsonElement operation))
                entries.AddPath(OwnIdName().Replace(path.Name.TrimEnd('/'), "{id}"), operation);
        return entries._lines;
    }

    /// <summary>Adds the paths of all relationships, for which one path stands in 2022: <c>/api/lists/{id}/relationships/{related_resource}</c>.</summary>
    private void AddPath(string path, JsonElement operation)
    {
        foreach (JsonElement parameter in operation.GetProperty("parameters").EnumerateArray())
        {
            if (parameter.GetProperty("name").GetString() != "related_resource")
                continue;
            foreach (JsonElement related in parameter.GetProperty("schema").GetProperty("enum").EnumerateArray())
                AddOperation(path.Replace("{related_resource}", related.GetString(), StringComparison.Ordinal), operation);
            return;
        }

        AddOperation(path, operation);
    }

    private void AddOperation(string path, JsonElement operation)
    {
        _lines.Add($"{path} is an operation");
        foreach (JsonElement parameter in operation.GetProperty("parameters").EnumerateArray())
            AddParameter(path, parameter, new JsonSchema(_root, parameter.GetProperty("schema")));
        if (operation.TryGetProperty("x-klaviyo-filters", out JsonElement filters))
            AddFilters(path, filters);
        else
            AddFilterProse(path, operation);
        JsonElement limits = operation.GetProperty("x-klaviyo-ratelimit");
        _lines.Add($"{path} has the limits {string.Join(' ', limits.EnumerateObject().Select(limit => limit.Value.GetString()))}");
        foreach (Match variant in RateVariant().Matches(operation.GetProperty("description").GetString()!))
            _lines.Add($"{path} has the limits {variant.Groups["burst"]} {variant.Groups["steady"]} with {variant.Groups["parameter"].Value}");
        foreach (JsonElement scope in operation.GetProperty("x-klaviyo-scopes").EnumerateArray())
            _lines.Add($"{path} requires the scope {scope.GetString()}");
        JsonElement answer = operation.GetProperty("responses")
            .GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema");
        AddAnswer(path, new JsonSchema(_root, answer));
    }

    private void AddParameter(string path, JsonElement parameter, JsonSchema schema)
    {
        string name = parameter.GetProperty("name").GetString()!;
        bool required = parameter.TryGetProperty("required", out JsonElement flag) && flag.GetBoolean();
        switch (name)
        {
            case "revision":
                break;
            case "filter":
                if (required)
                    _lines.Add($"{path} requires a filter");
                break;
            case "page[cursor]":
                _lines.Add($"{path} has a cursor");
                break;
            case "page[size]":
                JsonElement sizes = parameter.GetProperty("schema");
                _lines.Add($"{path} has pages of {Number(sizes, "minimum")} to {Number(sizes, "maximum")}, else {Number(sizes, "default")}");
                break;
            case "sort" or "include" or var _ when name is "sort" or "include" || name.Contains("fields[", StringComparison.Ordinal):
                foreach (string value in schema.Values.Concat(schema.Items.Values))
                    _lines.Add($"{path} {name} {value}");
                break;
            case var _ when parameter.GetProperty("in").GetString() != "path":
                _lines.Add($"{path} takes {name} in the {parameter.GetProperty("in").GetString()}{(required ? ", always" : "")}: {string.Join(',', schema.Values)}");
                break;
        }
    }

    private void AddFilters(string path, JsonElement filters)
    {
        foreach (JsonProperty field in filters.EnumerateObject())
        {
            string kind = "none";
            if (field.Value.TryGetProperty("value", out JsonElement value))
            {
                kind = value.TryGetProperty("format", out JsonElement format) ? format.GetString()! : value.GetProperty("type").GetString()!;
                if (value.TryGetProperty("enum", out JsonElement values))
                    foreach (JsonElement listed in values.EnumerateArray())
                        _lines.Add($"{path} filters by {field.Name} = {listed}");
            }

            foreach (JsonProperty operand in field.Value.GetProperty("operators").EnumerateObject())
                foreach (JsonElement listed in operand.Value.EnumerateArray())
                    _lines.Add($"{path} filters by {field.Name} {listed.GetString()} {operand.Name} of {kind}");
        }
    }

    /// <summary>Adds the fields from the description, which holds them before 2026-04-15, without the kind of their literals.</summary>
    private void AddFilterProse(string path, JsonElement operation)
    {
        foreach (JsonElement parameter in operation.GetProperty("parameters").EnumerateArray())
        {
            if (parameter.GetProperty("name").GetString() != "filter")
                continue;
            string text = parameter.GetProperty("description").GetString()!;
            foreach (string line in text.Split("<br>").Where(line => line.StartsWith('`')))
            {
                string[] words = line.Split('`');
                for (int word = 3; word < words.Length; word += 2)
                    _lines.Add($"{path} filters by {words[1]} {words[word]}");
            }
        }
    }

    private void AddAnswer(string path, JsonSchema answer)
    {
        JsonSchema data = answer["data"]!;
        bool isArray = data.Type == "array";
        JsonSchema primary = isArray ? data.Items : data;
        _lines.Add($"{path} answers with {(isArray ? "many" : "one")} {primary["type"]!.Values.Distinct().Single()}{(primary["attributes"] is null && path.Contains("/relationships/", StringComparison.Ordinal) ? ", ids only" : "")}");
        AddResource(primary);
        if (answer["included"] is { } included)
            foreach (JsonSchema resource in included.Items.Alternatives is { Length: > 0 } alternatives ? alternatives : [included.Items])
                AddResource(resource);
    }

    private void AddResource(JsonSchema resource)
    {
        string type = resource["type"]!.Values.Distinct().Single();
        if (resource["attributes"] is { } attributes)
            AddMembers(type, attributes, 0);
        if (resource["relationships"] is not { } relationships)
            return;
        foreach (string name in relationships.Names)
        {
            _lines.Add($"{type} relates by {name}");
            if (relationships[name]!["data"] is { } data)
                _lines.Add($"{type} relates by {name} to {(data.Type == "array" ? "many " + data.Items["type"]!.Values[0] : "one " + data["type"]!.Values[0])}");
        }
    }

    private void AddMembers(string path, JsonSchema schema, int depth)
    {
        foreach (JsonSchema alternative in schema.Alternatives)
            AddMembers(path, alternative, depth);
        foreach (string name in schema.Names)
            if (schema[name] is { IsWriteOnly: false } member)
                AddMember(path + "." + name, member, depth);
    }

    private void AddMember(string path, JsonSchema member, int depth)
    {
        bool isArray = member.Type == "array" || member.Alternatives is [{ Type: "array" }, ..];
        JsonSchema[] values = member.Type == "array" ? [member.Items] : isArray ? [.. member.Alternatives.Select(alternative => alternative.Items)] : [member];
        JsonSchema[] kinds = [.. values.SelectMany(value => value.Alternatives is { Length: > 0 } alternatives ? alternatives : [value])];
        _lines.Add($"{path} is {(isArray ? "an array of " : "")}{Kind([.. kinds.Select(Kind).Distinct()])}");
        if (depth < MemberDepth.Maximum && kinds.Select(Kind).Distinct().Count() == 1)
            foreach (JsonSchema value in values)
                AddMembers(path, value, depth + 1);
    }

    /// <summary>Members that hold values of several kinds.</summary>
    private static string Kind(string[] kinds) => kinds switch
    {
        [var one] => one,
        _ when kinds.All(kind => kind is "Integer" or "Number") => "Number",
        _ when kinds.All(kind => kind is "String" or "Date" or "DateTime") => "String",
        _ when kinds.All(kind => kind is "String" or "Integer" or "Number" or "Boolean") => "Scalar",
        _ => "Any",
    };

    private static string Kind(JsonSchema schema) => (schema.Type, schema.Format) switch
    {
        _ when schema.Names.Length > 0 => "Object",
        ("string", "date-time") => "DateTime",
        ("string", "date") => "Date",
        ("object", _) => "Map",
        ({ } type, _) => char.ToUpperInvariant(type[0]) + type[1..],
        _ when schema.Values is { Length: > 0 } values && values.All(value => bool.TryParse(value, out _)) => "Boolean",
        _ => "Any",
    };

    private static string Number(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out JsonElement number) ? number.ToString() : "?";

    [GeneratedRegex(@"\{(?!job_id|related_resource)[a-z_]+\}")]
    private static partial Regex OwnIdName();

    [GeneratedRegex("using the `(?<parameter>[^`]+)` parameter[^`]*`(?<burst>[0-9]+/s)`[^`]*`(?<steady>[0-9]+/m)`")]
    private static partial Regex RateVariant();
}
