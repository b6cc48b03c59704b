using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reads one GET operation, and hands the members of its answer to the resource reader.</summary>
internal sealed class OperationReader(OpenApiFile file, ResourceReader resources)
{
    internal OperationDraft Read(string path, JsonElement operation)
    {
        MergedSchema answer = file.AnswerOf(operation);
        MergedSchema data = file.Merge(answer.Property("data"));
        bool collection = data.Type == "array";
        MergedSchema primary = collection ? file.Merge(data.Items) : data;
        string type = resources.Read(primary);
        if (answer.HasProperty("included"))
            ReadIncluded(file.Merge(answer.Property("included")));

        return new OperationDraft(path, operation, collection, type, IdentifiersOnly: !primary.HasProperty("attributes") && path.Contains("/relationships/"));
    }

    private void ReadIncluded(MergedSchema included)
    {
        MergedSchema item = file.Merge(included.Items);
        if (item.OneOf.Count == 0)
            resources.Read(item);
        foreach (JsonElement alternative in item.OneOf)
            resources.Read(file.Merge([alternative]));
    }
}
