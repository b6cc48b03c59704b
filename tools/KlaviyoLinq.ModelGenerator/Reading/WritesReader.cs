using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reader of the POST, PATCH and DELETE operations of the official document: their bodies and the statuses and types of their answers.</summary>
internal sealed class WritesReader
{
    private readonly OpenApiFile _file;
    private readonly MemberReader _members;

    private WritesReader(OpenApiFile file)
    {
        _file = file;
        _members = new MemberReader(file, ofBodies: true);
    }

    internal static WritesSpec Read(string path)
    {
        using OpenApiFile file = OpenApiFile.Open(path);
        var reader = new WritesReader(file);
        WriteSpec[] operations =
            [
                .. file.WriteOperations.Select(
                    write => OpenApiFile.Reading($"{write.Method} {write.Path}", () => reader.Operation(write.Method, write.Path, write.Operation)))
            ];
        return SpecFolder.Fold(new WritesSpec { Revision = file.Revision, Operations = operations, Components = reader._members.Components });
    }

    private WriteSpec Operation(string method, string path, JsonElement operation)
    {
        (string Status, JsonElement Answer)[] answers =
            [.. operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] == '2').Select(answer => (answer.Name, answer.Value))];
        var write = new WriteSpec
        {
            Id = operation.GetProperty("operationId").GetString()!,
            Method = method,
            Path = path,
            Scopes = [.. operation.GetProperty("x-klaviyo-scopes").EnumerateArray().Select(scope => scope.GetString()!)],
            RateLimit = RateLimits.Of(operation),
            Statuses = [.. answers.Select(answer => int.Parse(answer.Status, CultureInfo.InvariantCulture))],
            AnswerType = answers.Select(answer => AnswerType(answer.Answer)).FirstOrDefault(type => type is not null),
        };
        return operation.TryGetProperty("requestBody", out JsonElement body) ? WithBody(write, body.GetProperty("content").EnumerateObject().Single()) : write;
    }

    private WriteSpec WithBody(WriteSpec write, JsonProperty content)
    {
        string owner = PascalCase.Of(write.Id.Replace('_', '-'));
        MergedSchema body = _file.Merge([content.Value.GetProperty("schema")]);
        if (!body.HasProperty("data"))
            return write with { Form = true, Attributes = _members.Members(body, owner) };

        (MergedSchema data, bool many) = Data(body);
        return write with
        {
            ResourceType = TypeOf(data),
            Many = many,
            HasId = data.HasProperty("id"),
            IdRequired = data.Requires("id"),
            Attributes = Members(data, "attributes", owner),
            Meta = Members(data, "meta", owner),
            Relationships = data.HasProperty("relationships") ? [.. Relationships(_file.Merge(data.Property("relationships")))] : [],
        };
    }

    private IReadOnlyList<MemberSpec> Members(MergedSchema data, string name, string owner) =>
        data.HasProperty(name) ? _members.Members(_file.Merge(data.Property(name)), owner) : [];

    private IEnumerable<BodyRelationshipSpec> Relationships(MergedSchema relationships)
    {
        foreach (string name in relationships.PropertyNames)
        {
            (MergedSchema data, bool many) = Data(_file.Merge(relationships.Property(name)));
            yield return new BodyRelationshipSpec(name, TypeOf(data), many, relationships.Requires(name));
        }
    }

    private string? AnswerType(JsonElement answer)
    {
        if (!answer.TryGetProperty("content", out JsonElement content))
            return null;
        MergedSchema body = _file.Merge([content.EnumerateObject().Single().Value.GetProperty("schema")]);
        return TypeOf(Data(body).Data);
    }

    private (MergedSchema Data, bool Many) Data(MergedSchema holder)
    {
        MergedSchema data = _file.Merge(holder.Property("data"));
        return data.Type == "array" ? (_file.Merge(data.Items), true) : (data, false);
    }

    private string TypeOf(MergedSchema data) => _file.Merge(data.Property("type")).Enum.Select(type => type.GetString()!).Distinct().Single();
}
