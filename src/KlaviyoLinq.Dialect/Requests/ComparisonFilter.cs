using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Requests;

/// <summary>One operator applied to one field: <c>equals(email,"a@b.c")</c>; without a value for <c>has(profile)</c>.</summary>
internal sealed record ComparisonFilter(FilterOperator Operator, string Field, FilterValue? Value) : Filter;
