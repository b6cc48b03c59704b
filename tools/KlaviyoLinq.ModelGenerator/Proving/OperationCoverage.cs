using System.Globalization;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Proving;

/// <summary>Entries of one operation, and the number of them that are covered.</summary>
internal sealed class OperationCoverage(Entries entries, OperationSpec operation)
{
    internal OperationSpec Spec { get; } = operation;

    internal bool Reached { get; } = entries.Routes.Of(operation) is not null;

    internal string Code { get; } = entries.Routes.Of(operation) is { } route ? $"`{route.Code}{route.Tail}`" : "";

    internal int Filters { get; } = operation.Filters.Sum(filter => filter.Operators.Count);

    internal int CoveredFilters { get; } = entries.Filters(operation).Count();

    internal int Sorts { get; } = operation.SortKeys.Count * 2;

    internal int CoveredSorts { get; } = entries.Sorts(operation).Count();

    internal int Includes { get; } = operation.Includes.Count;

    internal int CoveredIncludes { get; } = entries.Includes(operation).Count();

    internal int Members { get; } = operation.Fieldsets.Sum(fieldset => fieldset.Members.Count) - entries.Undescribed(operation).Count();

    internal int CoveredMembers { get; } = entries.Members(operation).Count();

    internal int AdditionalFields { get; } = operation.AdditionalFields.Sum(fieldset => fieldset.Members.Count);

    internal int CoveredAdditionalFields { get; } = entries.AdditionalFields(operation).Count();

    internal bool HasPageSize { get; } = operation.Paging?.Maximum is not null;

    internal string Answer { get; } = $"{operation.ResourceType}{(operation.Collection ? "[]" : "")}{(operation.IdentifiersOnly ? " (id)" : "")}";

    internal string PageSize { get; } = operation.Paging switch
    {
        null => "–",
        { Maximum: null } => "cursor only",
        { } paging => string.Create(CultureInfo.InvariantCulture, $"{paging.Minimum}–{paging.Maximum}, default {paging.Default}"),
    };
}
