namespace KlaviyoLinq.Catalogue;

/// <summary>The comparison operators of Klaviyo's filter language. Wire names: see <see cref="FilterOperatorNames"/>.</summary>
internal enum FilterOperator
{
    Equals,
    Any,
    Contains,
    StartsWith,
    EndsWith,
    GreaterThan,
    GreaterOrEqual,
    LessThan,
    LessOrEqual,
    Has,
    ContainsAny,
    ContainsAll,
}
