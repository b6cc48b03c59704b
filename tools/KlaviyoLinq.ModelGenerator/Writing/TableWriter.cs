using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writes the catalogue of an older revision as a table of what differs from the next newer one: what it lacks, and what it has otherwise. Why a table,
/// stands in docs/decisions/0010-older-catalogues-are-tables-of-differences.md; the library's <c>CatalogueTable</c> reads it.
/// </summary>
internal sealed class TableWriter(KlaviyoSpec spec, KlaviyoSpec newer)
{
    private readonly List<string> _fieldsets = [];

    internal static string FileName(KlaviyoSpec spec) => spec.Revision + ".facts";

    internal string Write()
    {
        Dictionary<string, string> known = newer.Operations.ToDictionary(operation => operation.Path, operation => OperationLine.Of(operation, Fieldset));
        OperationSpec[] operations = [.. spec.Operations.Where(operation => known.GetValueOrDefault(operation.Path) != OperationLine.Of(operation, Fieldset))];
        string[] operationLines = [.. operations.Select(operation => OperationLine.Of(operation, FieldsetNumber))];
        string[] lines =
        [
            .. _fieldsets.Select(fieldset => "F\t" + fieldset),
            .. newer.Operations.Select(operation => operation.Path).Except(spec.Operations.Select(operation => operation.Path)).Select(path => "-O\t" + path),
            .. operationLines,
            .. newer.Resources.Select(resource => resource.Type).Except(spec.Resources.Select(resource => resource.Type)).Select(type => "-R\t" + type),
            .. ShapeLines(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private IEnumerable<string> ShapeLines()
    {
        var shapes = new Shapes(spec);
        var newerShapes = new Shapes(newer);
        ResourceSpec[] resources = [.. spec.Resources.Where(resource => shapes.Of(resource) != newerShapes.Of(newer.Resources.FirstOrDefault(known => known.Type == resource.Type)))];
        IEnumerable<ComponentSpec> components = shapes.Within(resources)
            .Where(component => shapes.Of(component) != newerShapes.Of(newer.Components.FirstOrDefault(known => known.Name == component.Name)));
        return resources.SelectMany(shapes.Lines.Of).Concat(components.SelectMany(shapes.Lines.Of));
    }

    private static string Fieldset(FieldsetSpec fieldset) => fieldset.ResourceType + "\t" + Cells.List(fieldset.Members);

    /// <summary>Many operations take the same fieldset: it is written once, and they give its number.</summary>
    private string FieldsetNumber(FieldsetSpec fieldset)
    {
        string line = Fieldset(fieldset);
        int number = _fieldsets.IndexOf(line);
        if (number < 0)
        {
            number = _fieldsets.Count;
            _fieldsets.Add(line);
        }

        return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
