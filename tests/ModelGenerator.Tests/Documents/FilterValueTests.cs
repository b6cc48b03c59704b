using System.Text.Json;
using System.Text.RegularExpressions;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>The values that filters take before 2026-04-15, where documents list them for the attribute only.</summary>
public sealed partial class FilterValueTests
{
    [DocumentFact]
    public void Filters_of_older_catalogues_take_the_values_that_their_document_lists_for_the_attribute()
    {
        int compared = 0;
        foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known.Where(known => string.CompareOrdinal(known.Revision, "2026-04-15") < 0))
        {
            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllText(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, catalogue.Revision)));
            Dictionary<string, JsonSchema> attributes = Attributes(document.RootElement);
            foreach (ReadFacts operation in catalogue.Reads.Where(operation => attributes.ContainsKey(operation.Path)))
            {
                foreach (FilterFacts filter in operation.Filters)
                {
                    string[] documented = Values(attributes[operation.Path], filter.Field);
                    filter.Values.Should().BeEquivalentTo(documented, "that is {0} of {1} at {2}", filter.Field, operation.Path, catalogue.Revision);
                    compared += documented.Length;
                }
            }
        }

        compared.Should().BeGreaterThan(250);
    }

    [DocumentFact]
    public void Spellings_that_a_filter_does_not_take_are_the_kinds_that_documents_list_for_an_action()
    {
        string[] newest = Kinds(KlaviyoCatalogue.Newest.Revision);
        foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known)
        {
            string[] own = Kinds(catalogue.Revision);
            FilterFacts[] filters = [.. catalogue.Reads.Select(operation => operation.FindFilter("action_type")).OfType<FilterFacts>()];

            filters.Should().HaveCount(2);
            foreach (FilterFacts filter in filters)
                filter.Spellings.Select(spelling => spelling.Key).Should().BeEquivalentTo(own.Length > 0 ? own : newest);
        }

        newest.Should().Contain("send-email");
        KlaviyoCatalogue.Known.SelectMany(catalogue => catalogue.Reads).SelectMany(operation => operation.Filters)
            .Where(filter => filter.Field != "action_type").Should().OnlyContain(filter => filter.Spellings.Count == 0);
    }

    private static string[] Kinds(string revision)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision)));
        JsonSchema? definition = Attributes(document.RootElement)["/api/flow-actions/{id}"]["definition"];
        return definition is null ? [] : [.. definition.Alternatives.SelectMany(alternative => alternative["type"]!.Values).Order()];
    }

    /// <summary>The attributes that the answer of each operation describes.</summary>
    private static Dictionary<string, JsonSchema> Attributes(JsonElement root)
    {
        Dictionary<string, JsonSchema> found = [];
        foreach (JsonProperty path in root.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement operation))
                continue;
            JsonElement answer = operation.GetProperty("responses")
                .GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema");
            JsonSchema data = new JsonSchema(root, answer)["data"]!;
            if ((data.Type == "array" ? data.Items : data)["attributes"] is { } attributes)
                found.Add(OwnIdName().Replace(path.Name.TrimEnd('/'), "{id}"), attributes);
        }

        return found;
    }

    /// <summary>The values of all alternatives that have the member; none where one of them takes any value.</summary>
    private static string[] Values(JsonSchema schema, string field)
    {
        JsonSchema[] named = [schema];
        foreach (string name in field.Split('.'))
            named = [.. named.SelectMany(part => part.Alternatives.Prepend(part)).Select(part => part[name]).OfType<JsonSchema>()];
        return named.Any(member => member.Type == "array" || member.Values.Length == 0) ? [] : [.. named.SelectMany(member => member.Values).Distinct()];
    }

    [GeneratedRegex(@"\{(?!job_id)[a-z_]+\}")]
    private static partial Regex OwnIdName();
}
