using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>Entries of the catalogue as typed C# queries, which the conformance tests run and the coverage page counts.</summary>
internal sealed class Entries
{
    private readonly FilterPaths _paths;
    private readonly ApiModel _model;

    /// <param name="spec">The corrected facts of a revision.</param>
    /// <param name="model">The model, which is the same for all revisions.</param>
    /// <param name="overrides">The overrides.</param>
    internal Entries(KlaviyoSpec spec, ApiModel model, OverridesFile overrides)
    {
        Spec = spec;
        _model = model;
        _paths = new FilterPaths(_model, overrides);
        Routes = new Routes(spec, overrides, _model);
    }

    internal KlaviyoSpec Spec { get; }

    internal Routes Routes { get; }

    internal IEnumerable<FilterEntry> Filters(OperationSpec operation) =>
        from route in RouteOf(operation)
        from filter in operation.Filters
        from listed in filter.Operators
        select new FilterEntry(route, filter, listed, _paths.Find(operation, filter)!);

    /// <summary>The sort keys with their paths, each ascending and descending.</summary>
    internal IEnumerable<(string Key, bool Descending, string Path, string Code)> Sorts(OperationSpec operation) =>
        from route in RouteOf(operation)
        from key in operation.SortKeys
        from down in new[] { false, true }
        let path = _paths.FindSortKey(operation, key)!.Path
        select (key, down, path, $"{route.Code}{route.Given()}.OrderBy{(down ? "Descending" : "")}({route.Variable} => {route.Variable}.{path}){route.Tail}");

    /// <summary>
    /// The includes that lead through a relationship of the model. Revision 2026-04-15 lists one, <c>conversation</c> of a profile, without
    /// describing its relationship.
    /// </summary>
    internal IEnumerable<(IncludeSpec Include, string Member, string Code)> Includes(OperationSpec operation) =>
        from route in RouteOf(operation)
        from include in operation.Includes
        from property in route.Class.OfRole(PropertyRole.Relationship).Where(property => property.WireName == include.Relationship)
        let member = property.Name
        select (include, member, $"{route.Code}{route.Given()}.Include({route.Variable} => {route.Variable}.{member})");

    internal IEnumerable<(string Field, string Member, string Code)> AdditionalFields(OperationSpec operation) =>
        from route in RouteOf(operation)
        from fieldset in operation.AdditionalFields
        from field in fieldset.Members
        let member = route.Class.OfRole(PropertyRole.Attribute).First(property => property.WireName == field).Name
        select (field, member, $"{route.Code}{route.Given()}.AdditionalFields({route.Variable} => {route.Variable}.{member})");

    /// <summary>The members that a projection can read.</summary>
    internal IEnumerable<(string ResourceType, string Member)> Members(OperationSpec operation) =>
        AllMembers(operation).Where(member => _paths.Reads(member.ResourceType, member.Member));

    /// <summary>The members that the document lists and describes as write-only: there is nothing to read.</summary>
    internal IEnumerable<(string ResourceType, string Member)> Undescribed(OperationSpec operation) => AllMembers(operation).Except(Members(operation));

    /// <summary>Members within a union, which are read together with its discriminators.</summary>
    internal IEnumerable<(string ResourceType, string Member)> UnionMembers(OperationSpec operation) =>
        Members(operation).Where(member => !_paths.ReadsPlainly(member.ResourceType, member.Member));

    private IEnumerable<(string ResourceType, string Member)> AllMembers(OperationSpec operation) =>
        from _ in RouteOf(operation)
        from fieldset in operation.Fieldsets
        from member in fieldset.Members
        select (fieldset.ResourceType, member);

    private Route[] RouteOf(OperationSpec operation) => Routes.Of(operation) is { } route ? [route] : [];
}
