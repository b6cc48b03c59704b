namespace KlaviyoLinq;

/// <summary>Reasons why a query is refused. <see cref="KlaviyoFinding.HelpText"/> is the page of each.</summary>
public enum KlaviyoFindingCode
{
    /// <summary>The LINQ operator has no counterpart in Klaviyo's API.</summary>
    OperatorNotTranslatable = 1001,

    /// <summary>The operators have an order that Klaviyo cannot keep: filtering or sorting after a limit.</summary>
    OperatorOutOfOrder = 1002,

    /// <summary>Klaviyo has no collection of these resources.</summary>
    CollectionMissing = 1101,

    /// <summary>The id cannot be sent: it is empty, one or two dots, or not valid Unicode.</summary>
    IdNotSendable = 1102,

    /// <summary>A <c>SelectMany</c> that does not start at one resource.</summary>
    SelectManyNotTranslatable = 1103,

    /// <summary>The endpoint returns ids only.</summary>
    IdentifiersOnly = 1104,

    /// <summary>Klaviyo has no operation that returns the resources of this relationship.</summary>
    RelatedOperationMissing = 1105,

    /// <summary>The revision of the context does not have this operation.</summary>
    OperationNotInRevision = 1106,

    /// <summary>The endpoint cannot filter by this field.</summary>
    FieldNotFilterable = 2001,

    /// <summary>The endpoint filters by this field, but not with this operator.</summary>
    OperatorNotListed = 2002,

    /// <summary>Part of a predicate is code that Klaviyo cannot run.</summary>
    PredicateNotTranslatable = 2003,

    /// <summary>Klaviyo's filter language has no disjunction.</summary>
    DisjunctionNotSupported = 2004,

    /// <summary>Klaviyo's filter language has no negation.</summary>
    NegationNotSupported = 2005,

    /// <summary>Klaviyo's filter language cannot test for null.</summary>
    NullNotSupported = 2006,

    /// <summary>The endpoint requires a filter that the query does not have.</summary>
    RequiredFilterMissing = 2007,

    /// <summary>Klaviyo compares strings by their exact characters.</summary>
    IgnoringCaseNotSupported = 2008,

    /// <summary>Klaviyo compares a field with a value, not with another field.</summary>
    FieldsCompared = 2009,

    /// <summary>The conditions are nested deeper than the 2022 filter language permits.</summary>
    NestingTooDeep = 2010,

    /// <summary>The alternatives need more requests than <c>AllowFanOut</c> permits.</summary>
    FanOutTooWide = 2011,

    /// <summary>The URL would be longer than servers accept.</summary>
    RequestTooLong = 2012,

    /// <summary>The rows of several requests cannot be brought into the order that is requested.</summary>
    FanOutNotSortable = 2013,

    /// <summary>A <c>DateTime</c> has <c>DateTimeKind.Unspecified</c>.</summary>
    UnspecifiedDateTime = 2101,

    /// <summary>A string holds half of a surrogate pair, which no encoding can carry.</summary>
    LoneSurrogate = 2102,

    /// <summary>A list of values holds null.</summary>
    NullInList = 2103,

    /// <summary>The value is not of the kind that the field holds.</summary>
    ValueKindMismatch = 2104,

    /// <summary>The number is not finite.</summary>
    NumberNotFinite = 2105,

    /// <summary>The endpoint does not filter by this value of the enumeration.</summary>
    ValueNotListed = 2106,

    /// <summary>The endpoint cannot sort by this field.</summary>
    FieldNotSortable = 3001,

    /// <summary>Klaviyo sorts by one key.</summary>
    SecondSortKey = 3002,

    /// <summary>The endpoint cannot include this relationship.</summary>
    RelationshipNotIncludable = 4001,

    /// <summary>Klaviyo includes the relationships of the queried resource, not those of an included one.</summary>
    NestedInclude = 4002,

    /// <summary>The endpoint does not return this attribute.</summary>
    AttributeNotReturned = 5001,

    /// <summary>The attribute is not an additional field of the endpoint.</summary>
    AdditionalFieldNotListed = 5002,

    /// <summary>The member can be filtered by, but is never part of an answer.</summary>
    FilterOnlyMemberRead = 5003,

    /// <summary>The page size is outside the endpoint's range.</summary>
    PageSizeOutOfRange = 6001,

    /// <summary>The endpoint does not accept a page size.</summary>
    PageSizeNotSupported = 6002,

    /// <summary>The query has two checkpoints to resume from.</summary>
    ResumedTwice = 6003,

    /// <summary>The endpoint requires a parameter that the query does not have.</summary>
    RequiredParameterMissing = 7001,

    /// <summary>The parameter does not accept this value.</summary>
    ParameterValueInvalid = 7002,
}
