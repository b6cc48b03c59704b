using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Wording;

/// <summary>The filter fields that could stand in the place of one that an endpoint does not filter by, as C# writes their operators.</summary>
internal static class FieldAdvice
{
    /// <summary>The longest list that is read to its end.</summary>
    private const int Most = 4;

    /// <summary>
    /// The advice: fields of the kind that was compared, the nearest by name first; and where a related resource was asked about, the set that starts
    /// there.
    /// </summary>
    internal static string Advice(RequestDraft draft, MemberPath path)
    {
        ReadFacts operation = draft.Operation;
        if (operation.Filters.Count == 0)
            return $"{Naming.Operation(operation)} has no filters. Filter in memory: AsAsyncEnumerable().Where(…).";
        ValueKind? kind = Kind(draft, path);
        FilterFacts[] fitting = [.. operation.Filters.Where(filter => kind is null || filter.Kind == kind || filter.Kind == ValueKind.Any)];
        string text = fitting.Length == 0
            ? $"{Naming.Operation(operation)} filters by no {Noun(kind)}."
            : $"{Naming.Operation(operation)} filters by {Listed(fitting, path)}.";
        string inverse = Inverse(draft, path);
        return text + inverse + (fitting.Length == 0 && inverse.Length == 0 ? " Filter" : " Or filter") + " in memory: AsAsyncEnumerable().Where(…).";
    }

    /// <summary>The operators of a field as C# writes them: <c>&gt;, &lt;</c>.</summary>
    internal static string Operators(FilterFacts filter) =>
        string.Join(", ", filter.Operators.OrderBy(facts => facts.Operator).Select(facts => Symbol(facts.Operator)).Distinct());

    internal static string Symbol(FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.Equals => "==",
        FilterOperator.Any => "list.Contains",
        FilterOperator.Contains => "Contains",
        FilterOperator.StartsWith => "StartsWith",
        FilterOperator.EndsWith => "EndsWith",
        FilterOperator.GreaterThan => ">",
        FilterOperator.GreaterOrEqual => ">=",
        FilterOperator.LessThan => "<",
        FilterOperator.LessOrEqual => "<=",
        FilterOperator.Has => "!= null",
        _ => filterOperator.WireName(),
    };

    private static string Noun(ValueKind? kind) => kind switch
    {
        ValueKind.String => "string",
        ValueKind.DateTime => "date-time",
        ValueKind.Boolean => "Boolean",
        _ => "number",
    };

    private static string Listed(IReadOnlyList<FilterFacts> fields, MemberPath path)
    {
        string last = path.IsRoot ? "" : path.Last.WireName;
        FilterFacts[] near = [.. fields.OrderBy(filter => filter.Field.Contains(last) ? 0 : 1).ThenBy(filter => filter.Field.Count(c => c == '.')).Take(Most)];
        return string.Join(", ", near.Select(filter => $"{filter.Field} ({Operators(filter)})")) + (fields.Count > Most ? " and others" : "");
    }

    // p.Lists.Any(l => l.Id == id) is klaviyo.Lists[id].Profiles.
    private static string Inverse(RequestDraft draft, MemberPath path)
    {
        if (path.IsRoot
            || path.Segments[0].Kind != SegmentKind.Relationship
            || draft.Relationship(path.Segments[0].WireName) is not { ToMany: true } relationship)
            return "";
        ReadFacts? inverse = draft.SameType.FirstOrDefault(other => other.ParentType == relationship.ResourceType);
        return inverse is null ? "" : $" Those of one {relationship.ResourceType} are {Naming.Query(inverse)}.";
    }

    private static ValueKind? Kind(RequestDraft draft, MemberPath path)
    {
        IReadOnlyList<AttributeFacts>? members = draft.Resource(draft.Operation.ResourceType)?.Attributes;
        AttributeFacts? attribute = null;
        foreach (PathSegment segment in path.Segments)
        {
            attribute = members?.FirstOrDefault(facts => facts.Name == segment.WireName);
            members = attribute?.Members;
        }

        return attribute is null or { IsArray: true } ? null : attribute.Kind switch
        {
            AttributeKind.String => ValueKind.String,
            AttributeKind.DateTime => ValueKind.DateTime,
            AttributeKind.Boolean => ValueKind.Boolean,
            AttributeKind.Integer or AttributeKind.Number when draft.Operation.Filters.Any(filter => filter.Kind == ValueKind.Integer) => ValueKind.Integer,
            AttributeKind.Integer or AttributeKind.Number => ValueKind.Number,
            _ => null,
        };
    }
}
