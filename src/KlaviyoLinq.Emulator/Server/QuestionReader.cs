using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Including;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Reads the query parameters of a request against what its operation lists.</summary>
internal sealed class QuestionReader(ServerSettings settings, ResourceStore store, FieldResolution fields, SortOrders orders)
{
    private readonly HeaderFilterReader _headerFilters = new(store);

    /// <summary>The question, or what is wrong with it: exactly one of the two is there.</summary>
    internal (Question? Question, ApiError? Error) Read(Route route, string path, IReadOnlyList<RawParameter> parameters, IHeaderDictionary headers)
    {
        OperationFacts operation = route.Operation;
        (string field, bool descending) = SortOrders.DefaultOf(operation.ResourceType);
        string sort = Value(parameters, "sort") ?? "";
        Question question = new()
        {
            Operation = operation,
            Order = orders.Order(operation.ResourceType, field, descending),
            Descending = descending,
            PageSize = ServerPageSize(operation),
            Identity = path.TrimEnd('/') + "\n" + Value(parameters, "filter") + "\n" + sort,
        };
        if (ReadHeader(question, headers) is { } misfit)
            return (null, misfit);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (RawParameter parameter in parameters)
        {
            ApiError? error = seen.Add(parameter.Name)
                ? Read(question, parameter)
                : ApiError.Invalid(parameter.Name, $"The parameter '{parameter.Name}' may be given only once.");
            if (error is not null)
                return (null, error);
        }
        ApiError? fault = Missing(operation, parameters) ?? (settings.LiveRules ? CheckLive(question, Value(parameters, "sort")) : null);
        return fault is null ? (question, null) : (null, fault);
    }

    // Before the cursor is read, which belongs to the place as well.
    private ApiError? ReadHeader(Question question, IHeaderDictionary headers) =>
        headers[HeaderFilterReader.Header].ToString() is { Length: > 0 } value && question.Operation.Parameters.Any(p => p.InHeader && p.Name == HeaderFilterReader.Header)
            ? _headerFilters.Read(question, value)
            : null;

    private ApiError? CheckLive(Question question, string? sort)
    {
        if (LiveRules.LeavesOutHidden(question.Operation, question.Expression))
        {
            NegationPredicate shown = new(new FieldPredicate(fields.Reader("image", "hidden"), new BooleanTest([true])));
            question.Filter = question.Filter is { } filter ? new JunctionPredicate(true, [filter, shown]) : shown;
        }
        return LiveRules.Check(question.Operation, question.Expression, sort, settings.Time);
    }

    private ApiError? Read(Question question, RawParameter parameter) => parameter.Name switch
    {
        "filter" when question.Operation.Filters.Count > 0 => ReadFilter(question, parameter.Value),
        "sort" when question.Operation.SortKeys.Count > 0 => ReadSort(question, parameter.Value),
        "include" when question.Operation.Includes.Count > 0 => ReadInclude(question, parameter.Value),
        "page[size]" when question.Operation.Paging.HasSize => ReadSize(question, parameter.Value),
        "page[cursor]" when question.Operation.Paging.HasCursor => ReadCursor(question, parameter.Value),
        _ => ReadFieldset(question, parameter),
    };

    private ApiError? ReadFilter(Question question, string value)
    {
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(value, settings.Grammar);
        fault ??= FilterValidation.Check(expression!, question.Operation, settings.Grammar);
        if (fault is not null)
            return ApiError.Invalid("filter", fault.Detail) with { Position = fault.Position };
        if (!FilterValidation.MeetsRequirement(expression, question.Operation))
            return FilterMissing(question.Operation);
        question.Expression = expression;
        question.Filter = new PredicateBuilder(fields, question.Operation, settings.LiveRules).Build(expression!);
        return null;
    }

    private ApiError? ReadSort(Question question, string value)
    {
        bool descending = value.StartsWith('-');
        string key = descending ? value[1..] : value;
        if (!question.Operation.SortKeys.Contains(key))
            return ApiError.Invalid("sort", $"'{value}' is not an allowed sort parameter for this resource.");
        question.Order = orders.Order(question.Operation.ResourceType, key, descending);
        question.Descending = descending;
        return null;
    }

    private static ApiError? ReadInclude(Question question, string value)
    {
        List<IncludeFacts> includes = [];
        ApiError? error = IncludeReader.Read(value, question.Operation, includes);
        question.Includes = includes;
        return error;
    }

    private static ApiError? ReadSize(Question question, string value)
    {
        PagingFacts paging = question.Operation.Paging;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size < paging.MinimumSize || size > paging.MaximumSize)
            return ApiError.Invalid("page[size]", string.Create(CultureInfo.InvariantCulture, $"Page size must be an integer between {paging.MinimumSize} and {paging.MaximumSize}."));
        question.PageSize = size;
        return null;
    }

    private static ApiError? ReadCursor(Question question, string value)
    {
        question.Cursor = CursorCodec.Decode(PageLinks.CursorOf(value), question.Identity);
        return question.Cursor is null ? ApiError.Invalid("page[cursor]", "Invalid page cursor.") : null;
    }

    private static ApiError? ReadFieldset(Question question, RawParameter parameter)
    {
        OperationFacts operation = question.Operation;
        if (FieldsetReader.TypeOf(parameter.Name, "fields") is { } type && operation.FindFieldset(type) is { } fieldset)
            return Keep(question.Fields, type, parameter, fieldset);
        if (FieldsetReader.TypeOf(parameter.Name, "additional-fields") is { } more && operation.FindAdditionalFields(more) is { } additional)
            return Keep(question.AdditionalFields, more, parameter, additional);
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

    private static ApiError? Missing(OperationFacts operation, IReadOnlyList<RawParameter> parameters)
    {
        if (operation.FilterRequired && Value(parameters, "filter") is null)
            return FilterMissing(operation);
        return operation.Parameters.FirstOrDefault(p => p is { InHeader: false, Required: true } && Value(parameters, p.Name) is null) is { } missing
            ? ApiError.Invalid(missing.Name, $"The parameter '{missing.Name}' is required.")
            : null;
    }

    private static ApiError FilterMissing(OperationFacts operation) =>
        ApiError.Invalid("filter", "A filter on one of these fields is required for this resource: "
            + string.Join(", ", operation.Filters.Where(f => f.Required).Select(f => f.Field)) + ".");

    /// <summary>Gets the page size of a request that states none, or cannot.</summary>
    private static int ServerPageSize(OperationFacts operation) => operation switch
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
