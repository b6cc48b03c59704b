using System.Reflection;

namespace KlaviyoLinq.Catalogue.Tables;

/// <summary>
/// What differs between a revision and the next newer one: a line for each operation (<c>O</c>), resource type (<c>R</c>) and component (<c>C</c>), the
/// latter two followed by a line for each member, and a line for each that is lacking (<c>-O</c>, <c>-R</c>).
/// </summary>
internal sealed class CatalogueTable
{
    private readonly Func<string, AttributeFacts[]?> _component;
    private readonly List<FieldsetFacts> _fieldsets = [];
    private readonly Dictionary<string, OperationFacts?> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceFacts?> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Cells>> _components = new(StringComparer.Ordinal);

    private CatalogueTable(Func<string, AttributeFacts[]?> component) => _component = component;

    /// <summary>By path; null where the revision lacks an operation that the next newer one has.</summary>
    internal IReadOnlyDictionary<string, OperationFacts?> Operations => _operations;

    /// <summary>By wire name; null where the revision lacks a type that the next newer one has.</summary>
    internal IReadOnlyDictionary<string, ResourceFacts?> Resources => _resources;

    /// <summary>Reads the table of a revision, which is a resource of this assembly.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="component">Finds the members of a component, in this table or in newer ones.</param>
    internal static CatalogueTable Open(string revision, Func<string, AttributeFacts[]?> component)
    {
        var table = new CatalogueTable(component);
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(revision + ".facts")!;
        using var reader = new StreamReader(stream);
        List<Cells>? members = null;
        while (reader.ReadLine() is { } line)
            table.Add(new Cells(line), ref members);
        return table;
    }

    /// <summary>The members of a component that this table holds; null where it holds none of that name.</summary>
    internal AttributeFacts[]? MakeComponent(string name) =>
        _components.TryGetValue(name, out List<Cells>? members) ? [.. members.Select(member => MemberLine.Read(member, _component))] : null;

    private void Add(Cells cells, ref List<Cells>? members)
    {
        switch (cells[0])
        {
            case "":
                members!.Add(cells);
                break;
            case "F":
                _fieldsets.Add(new FieldsetFacts(cells[1], cells.List(2)));
                break;
            case "O":
                _operations.Add(cells[1], OperationLine.Read(cells, _fieldsets));
                break;
            case "-O":
                _operations.Add(cells[1], null);
                break;
            case "R":
                List<Cells> attributes = members = [];
                _resources.Add(cells[1], MemberLine.ReadResource(cells, () => [.. attributes.Select(member => MemberLine.Read(member, _component))]));
                break;
            case "-R":
                _resources.Add(cells[1], null);
                break;
            case "C":
                _components.Add(cells[1], members = []);
                break;
        }
    }
}
