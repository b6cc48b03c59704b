using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Writes one holder class for each operation, so that its facts are made when they are first asked for; one file for each tag.</summary>
internal static class OperationFactsWriter
{
    internal static string ClassName(OperationSpec operation) => PascalCase.Of(operation.Id) + "Facts";

    internal static string Write(KlaviyoSpec spec, IEnumerable<OperationSpec> operations)
    {
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("namespace KlaviyoLinq.Catalogue.Generated;");
        foreach (OperationSpec operation in operations)
        {
            code.Line();
            code.Open($"internal static class {ClassName(operation)}");
            Write(code, operation);
            code.Close();
        }

        return code.ToString();
    }

    private static void Write(CodeWriter code, OperationSpec operation)
    {
        code.Open("internal static readonly OperationFacts Facts = new()");
        code.Line($"Id = {Literals.Text(operation.Id)},");
        code.Line($"Path = {Literals.Text(operation.Path)},");
        code.Line($"Shape = OperationShape.{(operation.Collection ? "Collection" : "Single")},");
        code.Line($"ResourceType = {Literals.Text(operation.ResourceType)},");
        if (operation.ParentType is not null)
            code.Line($"ParentType = {Literals.Text(operation.ParentType)},");
        if (operation.Relationship is not null)
            code.Line($"Relationship = {Literals.Text(operation.Relationship)},");
        if (operation.IdentifiersOnly)
            code.Line("IdentifiersOnly = true,");
        List(code, "Filters", operation.Filters.Select(Filter));
        if (operation.FilterRequired)
            code.Line("FilterRequired = true,");
        Line(code, "SortKeys", operation.SortKeys.Select(Literals.Text));
        Line(code, "Includes", operation.Includes.Select(include => $"new({Literals.Text(include.Relationship)}, {Literals.Text(include.ResourceType)})"));
        List(code, "Fieldsets", operation.Fieldsets.Select(Fieldset));
        List(code, "AdditionalFields", operation.AdditionalFields.Select(Fieldset));
        if (operation.Paging is { } paging)
            code.Line($"Paging = {Paging(paging)},");
        code.Line($"RateLimit = {RateLimit(operation.RateLimit)},");
        List(code, "RateLimitVariants", operation.RateLimitVariants.GroupBy(variant => (variant.Parameter, variant.Limit)).Select(Variant));
        Line(code, "Scopes", operation.Scopes.Select(Literals.Text));
        List(code, "Parameters", operation.Parameters.Select(Parameter));
        code.Close(";");
    }

    private static string Filter(FilterSpec filter)
    {
        string operators = string.Join(", ", filter.Operators.Select(listed => $"new(FilterOperator.{PascalCase.Of(listed.Operator)}, OperandShape.{PascalCase.Of(listed.Operand)})"));
        string kind = filter.Kind is null ? "None" : PascalCase.Of(filter.Kind);
        string values = filter.Values.Count > 0 ? ", " + Literals.List(filter.Values) : "";
        return $"new({Literals.Text(filter.Field)}, ValueKind.{kind}, [{operators}]{values}){(filter.Required ? " { Required = true }" : "")}";
    }

    private static string Fieldset(FieldsetSpec fieldset) => $"new({Literals.Text(fieldset.ResourceType)}, {Literals.List(fieldset.Members)})";

    private static string Paging(PagingSpec paging) =>
        paging.Maximum is null ? "PagingFacts.CursorOnly" : $"PagingFacts.Sized({paging.Minimum}, {paging.Default}, {paging.Maximum})";

    private static string RateLimit(RateLimitSpec limit) => $"new({limit.Burst}, {limit.Steady}{(limit.Daily is null ? "" : ", " + limit.Daily)})";

    private static string Variant(IGrouping<(string Parameter, RateLimitSpec Limit), RateLimitVariantSpec> variants) =>
        $"new({Literals.Text(variants.Key.Parameter)}, [{Literals.List(variants.Select(variant => variant.Value))}], {RateLimit(variants.Key.Limit)})";

    private static string Parameter(ParameterSpec parameter) =>
        $"new({Literals.Text(parameter.Name)}, {Literals.Flag(parameter.InHeader)}, {Literals.Flag(parameter.Required)}"
        + $"{(parameter.Values.Count > 0 ? ", " + Literals.List(parameter.Values) : "")})";

    private static void Line(CodeWriter code, string property, IEnumerable<string> items)
    {
        string list = string.Join(", ", items);
        if (list.Length > 0)
            code.Line($"{property} = [{list}],");
    }

    private static void List(CodeWriter code, string property, IEnumerable<string> items)
    {
        string[] lines = [.. items];
        if (lines.Length == 0)
            return;
        code.Line($"{property} =");
        code.Line("[");
        code.Indent();
        foreach (string line in lines)
            code.Line(line + ",");
        code.Outdent();
        code.Line("],");
    }
}
