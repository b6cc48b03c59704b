using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Sorts the parameters of one operation into the JSON:API families.</summary>
internal sealed class ParameterReader
{
    private readonly List<FieldsetSpec> _fieldsets = [];
    private readonly List<FieldsetSpec> _additionalFields = [];
    private readonly List<ParameterSpec> _others = [];
    private readonly List<string> _sortKeys = [];
    private readonly List<string> _includes = [];
    private bool _hasCursor;
    private PagingSpec _sizes = new(null, null, null);

    internal ParameterReader(JsonElement operation)
    {
        foreach (JsonElement parameter in operation.GetProperty("parameters").EnumerateArray())
            Read(parameter);
    }

    internal IReadOnlyList<FieldsetSpec> Fieldsets => _fieldsets;

    internal IReadOnlyList<FieldsetSpec> AdditionalFields => _additionalFields;

    internal IReadOnlyList<ParameterSpec> Others => _others;

    internal IReadOnlyList<string> SortKeys => _sortKeys;

    internal IReadOnlyList<string> Includes => _includes;

    internal bool FilterRequired { get; private set; }

    /// <summary>An operation that has a page size has pages, also where a document lacks its cursor.</summary>
    internal PagingSpec? Paging => _hasCursor || _sizes.Maximum is not null ? _sizes : null;

    private void Read(JsonElement parameter)
    {
        string name = parameter.GetProperty("name").GetString()!;
        if (parameter.GetProperty("in").GetString() == "path")
            return;
        JsonElement schema = parameter.GetProperty("schema");
        bool required = parameter.TryGetProperty("required", out JsonElement isRequired) && isRequired.GetBoolean();
        switch (name)
        {
            case "revision":
                break;
            case "filter":
                FilterRequired = required;
                break;
            case "sort":
                ReadSort([.. Values(schema)]);
                break;
            case "include":
                _includes.AddRange(Values(schema.GetProperty("items")));
                break;
            case "page[cursor]":
                _hasCursor = true;
                break;
            case "page[size]":
                _sizes = Sizes(schema);
                break;
            default:
                if (TypeWithin(name, "fields[") is { } fields)
                    _fieldsets.Add(new FieldsetSpec(fields, [.. Values(schema.GetProperty("items"))]));
                else if (TypeWithin(name, "additional-fields[") is { } additional)
                    _additionalFields.Add(new FieldsetSpec(additional, [.. Values(schema.GetProperty("items"))]));
                else
                    _others.Add(new ParameterSpec(name, parameter.GetProperty("in").GetString() == "header", required) { Values = [.. Values(schema)] });
                break;
        }
    }

    /// <summary>
    /// Sizes of pages. In 2022 they have no bounds in the document: the lowest and the usual ones of the time are taken, which later documents name
    /// for the same operations.
    /// </summary>
    private static PagingSpec Sizes(JsonElement schema) => schema.TryGetProperty("maximum", out JsonElement maximum)
        ? new PagingSpec(schema.GetProperty("minimum").GetInt32(), schema.GetProperty("default").GetInt32(), maximum.GetInt32())
        : new PagingSpec(1, 20, 100);

    /// <summary>Every key must sort both ways: the catalogue lists it once.</summary>
    private void ReadSort(IReadOnlyList<string> tokens)
    {
        foreach (string token in tokens)
        {
            string key = token.TrimStart('-');
            if (!tokens.Contains(key) || !tokens.Contains("-" + key))
                throw new SpecificationException($"The sort key {key} sorts one way only.");
            if (token == key)
                _sortKeys.Add(key);
        }
    }

    private static string? TypeWithin(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..].TrimEnd(']') : null;

    private static IEnumerable<string> Values(JsonElement schema) =>
        schema.TryGetProperty("enum", out JsonElement values) ? values.EnumerateArray().Select(value => value.GetString()!) : [];
}
