using System.Globalization;
using System.Text;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes the coverage page: what is there to be covered, in total and for each operation.</summary>
internal static class CoverageWriter
{
    internal static string Write(KlaviyoSpec spec)
    {
        var text = new StringBuilder();
        text.Append("# Coverage\n\n");
        text.Append(CultureInfo.InvariantCulture, $"What revision {spec.Revision} of Klaviyo's API offers to reading queries. Written by the `coverage` command of `tools/KlaviyoLinq.ModelGenerator` from the facts in `spec/`; do not edit.\n\n");
        WriteTotals(text, spec);
        WritePageSizes(text, spec);
        WriteOperations(text, spec);
        return text.ToString();
    }

    private static void WriteTotals(StringBuilder text, KlaviyoSpec spec)
    {
        text.Append("| what | count |\n|---|---:|\n");
        Row(text, "GET operations", spec.Operations.Count);
        Row(text, "— that answer with identifiers only", spec.Operations.Count(operation => operation.IdentifiersOnly));
        Row(text, "resource types", spec.Resources.Count);
        Row(text, "relationships", spec.Resources.Sum(resource => resource.Relationships.Count(relationship => !relationship.Virtual)));
        Row(text, "relationships that only paths know", spec.Resources.Sum(resource => resource.Relationships.Count(relationship => relationship.Virtual)));
        Row(text, "objects within attributes", spec.Components.Count);
        Row(text, "operations with filters", spec.Operations.Count(operation => operation.Filters.Count > 0));
        Row(text, "filter fields", spec.Operations.Sum(operation => operation.Filters.Count));
        Row(text, "filter fields × operators × operands", spec.Operations.Sum(Triples));
        Row(text, "sort tokens (keys × directions)", spec.Operations.Sum(operation => operation.SortKeys.Count * 2));
        Row(text, "include values", spec.Operations.Sum(operation => operation.Includes.Count));
        Row(text, "fieldset parameters", spec.Operations.Sum(operation => operation.Fieldsets.Count));
        Row(text, "fieldset members", spec.Operations.Sum(Members));
        Row(text, "additional fields", spec.Operations.Sum(AdditionalFields));
        text.Append('\n');
    }

    private static void WritePageSizes(StringBuilder text, KlaviyoSpec spec)
    {
        text.Append("## Page sizes\n\n| page[size] default/maximum | operations |\n|---|---:|\n");
        foreach (IGrouping<string, OperationSpec> size in spec.Operations
            .Where(operation => operation.Paging is not null)
            .GroupBy(PageSize)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal))
            Row(text, size.Key, size.Count());
        text.Append('\n');
    }

    private static void WriteOperations(StringBuilder text, KlaviyoSpec spec)
    {
        text.Append("## Operations\n\n| operation | answers with | filters | triples | sort | include | fields | additional | page[size] |\n|---|---|---:|---:|---:|---:|---:|---:|---|\n");
        foreach (OperationSpec operation in spec.Operations)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{operation.Path}` | {Answer(operation)} | {operation.Filters.Count} | {Triples(operation)} | {operation.SortKeys.Count * 2} | {operation.Includes.Count} | {Members(operation)} | {AdditionalFields(operation)} | {PageSize(operation)} |\n");
    }

    private static string Answer(OperationSpec operation) =>
        $"{operation.ResourceType}{(operation.Collection ? "[]" : "")}{(operation.IdentifiersOnly ? " (id)" : "")}";

    private static int Triples(OperationSpec operation) => operation.Filters.Sum(filter => filter.Operators.Count);

    private static int Members(OperationSpec operation) => operation.Fieldsets.Sum(fieldset => fieldset.Members.Count);

    private static int AdditionalFields(OperationSpec operation) => operation.AdditionalFields.Sum(fieldset => fieldset.Members.Count);

    private static string PageSize(OperationSpec operation) => operation.Paging switch
    {
        null => "–",
        { Maximum: null } => "cursor only",
        { } paging => string.Create(CultureInfo.InvariantCulture, $"{paging.Default}/{paging.Maximum}"),
    };

    private static void Row(StringBuilder text, string what, int count) => text.Append(CultureInfo.InvariantCulture, $"| {what} | {count} |\n");
}
