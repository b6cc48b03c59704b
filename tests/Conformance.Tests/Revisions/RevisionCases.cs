using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>The queries of all revisions' entries, by the path of the operation: an operation's id is not the same at every revision.</summary>
internal static class RevisionCases
{
    private static readonly Dictionary<string, string> _paths = KlaviyoCatalogue.Revision20260715.Reads.ToDictionary(facts => facts.Id, facts => facts.Path);

    internal static readonly Dictionary<string, OperationCase> Operations = Older.Operations
        .Concat(Cases.Generated.Operations.All).ToDictionary(entry => PathOf(entry.Operation));

    internal static readonly Dictionary<string, FilterCase> Filters = Older.Filters
        .Concat(Cases.Generated.Filters.All).ToDictionary(entry => $"{PathOf(entry.Operation)} {entry.Field} {entry.Operator} {entry.Operand}");

    internal static readonly Dictionary<string, SortCase> Sorts = Older.Sorts
        .Concat(Cases.Generated.Sorts.All).ToDictionary(entry => $"{PathOf(entry.Operation)} {(entry.Descending ? "-" : "")}{entry.Key}");

    internal static readonly Dictionary<string, IncludeCase> Includes = Older.Includes
        .Concat(Cases.Generated.Includes.All).ToDictionary(entry => $"{PathOf(entry.Operation)} {entry.Relationship}");

    private static string PathOf(string operation) => _paths.GetValueOrDefault(operation, operation);
}
