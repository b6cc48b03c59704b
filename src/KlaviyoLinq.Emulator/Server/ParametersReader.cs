using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Including;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Reads the query parameters of a request against what its operation lists.</summary>
internal sealed class ParametersReader(ServerSettings settings, ResourceStore store, FieldResolution fields, SortOrders orders)
{
    private readonly HeaderFilterReader _headerFilters = new(store);

    /// <summary>The query, or what is wrong with it: exactly one of the two is there.</summary>
    internal (QueryParameters? QueryParameters, ApiError? Error) Read(
        Route route, string path, IReadOnlyList<RawParameter> parameters, IHeaderDictionary headers)
    {
        ReadFacts operation = route.Operation;
        (string field, bool descending) = SortOrders.DefaultOf(operation.ResourceType);
        string sort = Value(parameters, "sort") ?? "";
        QueryParameters query = new()
        {
            Operation = operation,
            Order = orders.Order(operation.ResourceType, field, descending),
            Descending = descending,
            PageSize = ServerPageSize(operation),
            Identity = path.TrimEnd('/') + "\n" + Value(parameters, "filter") + "\n" + sort,
        };
        if (ReadHeader(query, headers) is { } misfit)
            return (null, misfit);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (RawParameter parameter in parameters)
        {
            ApiError? error = seen.Add(parameter.Name)
                ? Read(query, parameter)
                : ApiError.Invalid(parameter.Name, $"The parameter '{parameter.Name}' may be given only once.");
            if (error is not null)
                return (null, error);
        }
        ApiError? fault = Missing(operation, parameters) ?? (settings.LiveRules ? CheckLive(query, Value(parameters, "sort")) : null);
        return fault is null ? (query, null) : (null, fault);
    }

    // Before the cursor is read, which belongs to the place as well.
    private ApiError? ReadHeader(QueryParameters query, IHeaderDictionary headers) =>
        headers[HeaderFilterReader.Header].ToString() is { Length: > 0 } value
            && query.Operation.Parameters.Any(p => p.InHeader && p.Name == HeaderFilterReader.Header)
            ? _headerFilters.Read(query, value)
            : null;

    private ApiError? CheckLive(QueryParameters query, string? sort)
    {
        if (LiveRules.ExcludesHidden(query.Operation, query.Expression))
        {
            NegationPredicate shown = new(new FieldPredicate(fields.Reader("image", "hidden"), new BooleanTest([true])));
            query.Filter = query.Filter is { } filter ? new JunctionPredicate(true, [filter, shown]) : shown;
        }
        return LiveRules.Check(query.Operation, query.Expression, sort, settings.Time);
    }

    private ApiError? Read(QueryParameters query, RawParameter parameter) => parameter.Name switch
    {
        "filter" when query.Operation.Filters.Count > 0 => ReadFilter(query, parameter.Value),
        "sort" when query.Operation.SortKeys.Count > 0 => ReadSort(query, parameter.Value),
        "include" when query.Operation.Includes.Count > 0 => ReadInclude(query, parameter.Value),
        "page[size]" when query.Operation.Paging.HasSize => ReadSize(query, parameter.Value),
        "page[cursor]" when query.Operation.Paging.HasCursor => ReadCursor(query, parameter.Value),
        _ => ReadFieldset(query, parameter),
    };

    private ApiError? ReadFilter(QueryParameters query, string value)
    {
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(value, settings.Grammar);
        fault ??= FilterValidation.Check(expression!, query.Operation, settings.Grammar);
        if (fault is not null)
            return ApiError.Invalid("filter", fault.Detail) with { Position = fault.Position };
        if (!FilterValidation.MeetsRequirement(expression, query.Operation))
            return FilterMissing(query.Operation);
        query.Expression = expression;
        query.Filter = new PredicateBuilder(fields, query.Operation, settings.LiveRules).Build(expression!);
        return null;
    }

    private ApiError? ReadSort(QueryParameters query, string value)
    {
        bool descending = value.StartsWith('-');
        string key = descending ? value[1..] : value;
        if (!query.Operation.SortKeys.Contains(key))
            return ApiError.Invalid("sort", $"'{value}' is not an allowed sort parameter for this resource.");
        query.Order = orders.Order(query.Operation.ResourceType, key, descending);
        query.Descending = descending;
        return null;
    }

    private static ApiError? ReadInclude(QueryParameters query, string value)
    {
        List<IncludeFacts> includes = [];
        ApiError? error = IncludeReader.Read(value, query.Operation, includes);
        query.Includes = includes;
        return error;
    }

    private static ApiError? ReadSize(QueryParameters query, string value)
    {
        PagingFacts paging = query.Operation.Paging;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size < paging.MinimumSize || size > paging.MaximumSize)
            return ApiError.Invalid(
                "page[size]",
                string.Create(CultureInfo.InvariantCulture, $"Page size must be an integer between {paging.MinimumSize} and {paging.MaximumSize}."));
        query.PageSize = size;
        return null;
    }

    private static ApiError? ReadCursor(QueryParameters query, string value)
    {
        query.Cursor = CursorCodec.Decode(PageLinks.CursorOf(value), query.Identity);
        return query.Cursor is null ? ApiError.Invalid("page[cursor]", "Invalid page cursor.") : null;
    }

    private static ApiError? ReadFieldset(QueryParameters query, RawParameter parameter)
    {
        ReadFacts operation = query.Operation;
        if (FieldsetReader.TypeOf(parameter.Name, "fields") is { } type && operation.FindFieldset(type) is { } fieldset)
            return Keep(query.Fields, type, parameter, fieldset);
        if (FieldsetReader.TypeOf(parameter.Name, "additional-fields") is { } more && operation.FindAdditionalFields(more) is { } additional)
            return Keep(query.AdditionalFields, more, parameter, additional);
        return operation.Parameters.FirstOrDefault(p => !p.InHeader && p.Name == parameter.Name) is { } own
            ? Misfit(own, parameter.Value)
            : ApiError.Invalid(parameter.Name, $"'{parameter.Name}' is not an allowed parameter for this resource.");
    }

    private static ApiError? Misfit(ParameterFacts facts, string value)
    {
        if (value.Length == 0)
            return ApiError.Invalid(facts.Name, $"The parameter '{facts.Name}' is required.");
        string[] values = facts.Name == "statistics" ? value.Split(',') : [value];
        return facts.Values.Length > 0 && values.FirstOrDefault(one => !facts.Values.Contains(one)) is { } unlisted
            ? ApiError.Invalid(facts.Name, $"'{unlisted}' is not a valid choice for '{facts.Name}'.")
            : null;
    }

    private static ApiError? Keep(Dictionary<string, string[]> to, string type, RawParameter parameter, FieldsetFacts listed)
    {
        (string[] members, string? unlisted) = FieldsetReader.Read(parameter.Value, listed);
        to[type] = members;
        return unlisted is null ? null : ApiError.Invalid(parameter.Name, $"'{unlisted}' is not a valid field for the resource type '{type}'.");
    }

    private static ApiError? Missing(ReadFacts operation, IReadOnlyList<RawParameter> parameters)
    {
        if (operation.FilterRequired && Value(parameters, "filter") is null)
            return FilterMissing(operation);
        return operation.Parameters.FirstOrDefault(p => p is { InHeader: false, Required: true } && Value(parameters, p.Name) is null) is { } missing
            ? ApiError.Invalid(missing.Name, $"The parameter '{missing.Name}' is required.")
            : null;
    }

    private static ApiError FilterMissing(ReadFacts operation) =>
        ApiError.Invalid("filter", "A filter on one of these fields is required for this resource: "
            + string.Join(", ", operation.Filters.Where(f => f.Required).Select(f => f.Field)) + ".");

    /// <summary>Gets the page size of a request that states none, or cannot.</summary>
    private static int ServerPageSize(ReadFacts operation) => operation switch
    {
        { Paging.HasCursor: false } => int.MaxValue,
        { Paging.HasSize: true } => operation.Paging.DefaultSize,
        { ResourceType: "metric" } => 200,
        { ResourceType: "object-ingestion-log" } => 50,
        _ => 100,
    };

    private static string? Value(IReadOnlyList<RawParameter> parameters, string name)
    {
        foreach (RawParameter parameter in parameters)
            if (parameter.Name == name)
                return parameter.Value;
        return null;
    }
}
